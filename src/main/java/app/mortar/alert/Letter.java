package app.mortar.alert;

/**
 * A message as a provider gets it.
 *
 * @param to the address in full
 * @param subject a few words, for media that have such a thing
 */
public record Letter(String to, String subject, String text) {
    /** Never shows to whom, nor what. */
    @Override
    public String toString() {
        return subject;
    }

    /** The number as providers want it: international, digits only. */
    public String digits() {
        return to.replaceAll("[^0-9]", "");
    }
}
