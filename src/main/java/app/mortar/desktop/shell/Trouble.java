package app.mortar.desktop.shell;

import app.mortar.desktop.Texts;
import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.NotPermitted;
import app.mortar.settings.BadSettings;
import app.mortar.store.CannotOpen;
import app.mortar.store.StoreUnavailable;
import java.util.function.Function;

/**
 * Why something could not be done, as a person should read it.
 *
 * @param kind what kind of trouble it is
 * @param sentence what happened and, where it is known, what to do
 */
public record Trouble(Kind kind, String sentence) {
    /** The four kinds: the database is away, somebody else has the rows, it may not be, the program is wrong. */
    public enum Kind {
        AWAY,
        BUSY,
        REFUSED,
        BUG
    }

    /**
     * The same outside of work, where what the program itself says about its database and its settings is for people.
     *
     * @param report keeps a mistake of the program and gives its code
     */
    public static String asSaid(Throwable failure, Function<Throwable, String> report) {
        return failure instanceof CannotOpen || failure instanceof BadSettings
                ? String.valueOf(failure.getMessage())
                : of(failure, report).sentence();
    }

    /**
     * What {@code failure} means.
     *
     * @param report keeps a mistake of the program and gives its code
     */
    static Trouble of(Throwable failure, Function<Throwable, String> report) {
        return switch (failure) {
            case StoreUnavailable away
            when away.reason() == StoreUnavailable.Reason.AWAY -> new Trouble(Kind.AWAY, Texts.of("trouble.away"));
            case StoreUnavailable busy -> new Trouble(Kind.BUSY, Texts.of("trouble.busy"));
            case NotPermitted no -> new Trouble(Kind.REFUSED, Texts.of("trouble.not-permitted"));
            case InvalidInput no -> new Trouble(Kind.REFUSED, String.valueOf(no.getMessage()));
            default -> new Trouble(Kind.BUG, Texts.of("trouble.bug", report.apply(failure)));
        };
    }
}
