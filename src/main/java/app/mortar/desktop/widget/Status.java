package app.mortar.desktop.widget;

import app.mortar.desktop.Texts;
import app.mortar.kernel.ExpiryStage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The status words of the whole program, each with its own shape and tone, so that one thing looks the same everywhere. */
public final class Status {
    private Status() {}

    private static Chip chip(Tone tone, String icon, String text, Object... parts) {
        return new Chip(tone, icon, Texts.of("status." + text, parts));
    }

    // ---- stock

    public static Chip out() {
        return chip(Tone.SOLID, "x-octagon-fill", "out");
    }

    public static Chip critical() {
        return chip(Tone.DANGER, "exclamation-triangle-fill", "critical");
    }

    public static Chip low() {
        return chip(Tone.WARNING, "arrow-down-circle", "low");
    }

    public static Chip enough() {
        return chip(Tone.PLAIN, "check", "enough");
    }

    // ---- expiry

    /** A chip within 90 days of expiry or after it; null before. */
    public static @Nullable Chip stage(ExpiryStage stage) {
        return switch (stage) {
            case NONE -> null;
            case D90 -> chip(Tone.NEUTRAL, "clock", "d90");
            case D30 -> chip(Tone.WARNING, "clock", "d30");
            case D7 -> chip(Tone.DANGER, "exclamation-triangle-fill", "d7");
            case EXPIRED -> chip(Tone.SOLID, "x-octagon-fill", "expired");
        };
    }

    /** The same with the days that are left instead of the stage's. */
    public static @Nullable Chip daysLeft(ExpiryStage stage, long days) {
        Chip chip = stage(stage);
        if (chip != null && stage != ExpiryStage.EXPIRED) {
            chip.setText(Texts.of("status.days", days));
            chip.setAccessibleText(chip.getText());
        }
        return chip;
    }

    public static Chip quarantine() {
        return chip(Tone.NEUTRAL, "shield-exclamation", "quarantine");
    }

    public static Chip recalled() {
        return chip(Tone.SOLID, "x-octagon-fill", "recalled");
    }

    // ---- order

    /** The chip of an order's status, by its word in the API. */
    public static Chip order(String status) {
        return switch (status) {
            case "PENDING" -> chip(Tone.NEUTRAL, "hourglass", "pending");
            case "CONFIRMED" -> chip(Tone.NEUTRAL, "circle", "confirmed");
            case "PICKING" -> chip(Tone.ACCENT, "check2-square", "picking");
            case "PACKED" -> chip(Tone.ACCENT, "box-seam", "packed");
            case "DISPATCHED" -> chip(Tone.SUCCESS, "truck", "dispatched");
            case "DELIVERED" -> chip(Tone.SUCCESS, "check-circle-fill", "delivered");
            case "CANCELLED" -> chip(Tone.NEUTRAL, "x-circle", "cancelled");
            case "RETURNED" -> chip(Tone.NEUTRAL, "arrow-counterclockwise", "returned");
            default -> throw new IllegalArgumentException(status);
        };
    }

    // ---- hold

    /** The words beside a hold's ring, e.g. "⏳ Reserved for 15 min", whose hourglass is drawn as an icon. */
    public static Chip hold(Duration left, Duration whole) {
        HoldRing.Stage stage = HoldRing.Stage.of(left);
        Chip chip =
                switch (stage) {
                    case CALM -> chip(stage.tone(), stage.icon(), "reserved", whole.toMinutes());
                    case WARNING -> chip(stage.tone(), stage.icon(), "under-5-min");
                    case DANGER -> chip(stage.tone(), stage.icon(), "under-1-min");
                    case OVER -> chip(stage.tone(), stage.icon(), "reservation-expired");
                };
        if (stage == HoldRing.Stage.CALM) {
            chip.setAccessibleText("⏳ " + chip.getText());
        }
        return chip;
    }

    // ---- alert and message

    public static Chip escalated() {
        return chip(Tone.SOLID, "arrow-up-circle-fill", "escalated");
    }

    public static Chip open() {
        return chip(Tone.WARNING, "bell", "open");
    }

    public static Chip acknowledged() {
        return chip(Tone.ACCENT, "check2", "acknowledged");
    }

    public static Chip snoozed() {
        return chip(Tone.NEUTRAL, "pause-circle", "snoozed");
    }

    public static Chip resolved() {
        return chip(Tone.SUCCESS, "check-all", "resolved");
    }

    public static Chip failed() {
        return chip(Tone.DANGER, "x-circle-fill", "failed");
    }

    public static Chip retry(int tries, int of) {
        return chip(Tone.WARNING, "arrow-repeat", "retry", tries, of);
    }

    public static Chip waiting() {
        return chip(Tone.NEUTRAL, "clock", "waiting");
    }

    public static Chip sent() {
        return chip(Tone.NEUTRAL, "chat-left-text", "sent");
    }

    public static Chip delivered() {
        return chip(Tone.SUCCESS, "check-all", "delivered");
    }

    // ---- result

    /** The badge of whatever took units off the shelf: an order, a sale, a receipt. */
    public static Chip stockUpdated() {
        return chip(Tone.SUCCESS, "check-circle-fill", "stock-updated");
    }

    public static Chip addsUp() {
        return chip(Tone.SUCCESS, "patch-check-fill", "adds-up");
    }

    public static Chip doesNotAddUp() {
        return chip(Tone.DANGER, "x-octagon-fill", "does-not-add-up");
    }
}
