package app.mortar.gs1;

/** The characters that a part of a value may hold (GS1 General Specifications, section 7.11). */
enum CharacterSet {
    /** Digits, the plain ten; not those of other scripts. */
    N("digits", "0123456789"),
    /** Character set 82. */
    X("characters", "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"),
    /** Character set 39. */
    Y("characters", "#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    /** Character set 64, base64url. */
    Z("characters", "-0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    final String called;
    final String characters;

    CharacterSet(String called, String characters) {
        this.called = called;
        this.characters = characters;
    }

    boolean contains(int c) {
        return characters.indexOf(c) >= 0;
    }
}
