package app.mortar.alert;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one attempt to hand a message over. */
public sealed interface Sending {
    /**
     * The provider took it; that it arrives is reported later, if at all.
     *
     * @param id how the provider calls it; null where it gives no name
     */
    record Accepted(@Nullable String id) implements Sending {}

    /** It will never be taken as it is. */
    record Refused(String why) implements Sending {}

    /**
     * It was not taken, and may be later.
     *
     * @param retryAfter how long the provider wants to be left alone; null if it did not say
     */
    record NotNow(String why, @Nullable Duration retryAfter) implements Sending {}

    /** It was handed over, and no answer says whether it was taken. */
    record Unknown(String why) implements Sending {}
}
