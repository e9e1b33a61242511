package app.mortar.alert;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A way to reach people. */
public enum Medium {
    SMS("sms"),
    WHATSAPP("whatsapp"),
    TERMII_WHATSAPP("termii-whatsapp"),
    EMAIL("email"),
    LOG("log");

    /** The one recipient of messages that go to the log. */
    static final String THE_LOG = "log";

    private final String word;

    Medium(String word) {
        this.word = word;
    }

    /** As it is written in settings, in the API and in the database. */
    public String word() {
        return word;
    }

    /** The medium of that word. */
    public static Optional<Medium> named(String word) {
        return Arrays.stream(values())
                .filter(medium -> medium.word.equals(word))
                .findFirst();
    }

    /** Where it finds a person; null if it cannot. */
    @Nullable
    String addressOf(Addressee person) {
        return switch (this) {
            case SMS, WHATSAPP, TERMII_WHATSAPP -> person.phone();
            case EMAIL -> person.email();
            case LOG -> null;
        };
    }
}
