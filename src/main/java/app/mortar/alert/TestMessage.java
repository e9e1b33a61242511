package app.mortar.alert;

import app.mortar.kernel.Actor;
import app.mortar.kernel.Permission;
import app.mortar.settings.Settings;
import app.mortar.store.Transactions;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Sends one message that says nothing but that it arrived, at once, and keeps it with the others. */
public final class TestMessage {
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private final Transactions transactions;
    private final Postman postman;
    private final Channels channels;

    /**
     * The desk.
     *
     * @param name different for each program that works on the database
     */
    public TestMessage(
            Transactions transactions, Actor agent, String name, Supplier<Settings> settings, Channels channels) {
        this.transactions = transactions;
        this.postman = new Postman(transactions, agent, name, settings, () -> 0.5);
        this.channels = channels;
    }

    /** Can a message go there by that medium at all? */
    public static boolean fits(Medium medium, String to) {
        return switch (medium) {
            case SMS, WHATSAPP, TERMII_WHATSAPP -> PHONE.matcher(to).matches();
            case EMAIL -> EMAIL.matcher(to).matches();
            case LOG -> true;
        };
    }

    /**
     * Sends it; takes as long as the provider takes.
     *
     * @param to a number in international form, or an e-mail address
     */
    public Sending send(Actor who, Medium medium, String to) {
        who.must(Permission.HANDLE_ALERTS);
        Postman.Claimed claimed = transactions.write(who, tx -> postman.test(tx, medium, to));
        Sending sending = channels.send(medium, claimed.letter());
        postman.record(claimed, medium, sending);
        return sending;
    }
}
