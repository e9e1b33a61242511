package app.mortar.desktop.alerts;

import app.mortar.alert.AlertBoard.Handling;
import app.mortar.alert.AlertBoard.Message;
import app.mortar.alert.Kind;
import app.mortar.alert.Severity;
import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Chip;
import app.mortar.desktop.widget.Status;
import java.util.Locale;

/** The status words of alerts and messages. */
final class AlertChips {
    private AlertChips() {}

    static Chip of(Severity severity) {
        return switch (severity) {
            case OUT -> Status.out();
            case LOW -> Status.low();
        };
    }

    static Chip of(Handling handling) {
        return switch (handling) {
            case OPEN -> Status.open();
            case ESCALATED -> Status.escalated();
            case ACKNOWLEDGED -> Status.acknowledged();
            case SNOOZED -> Status.snoozed();
        };
    }

    /** A message that waits and was tried says how often. */
    static Chip of(Message message) {
        return switch (message.status()) {
            case PENDING -> Status.waiting();
            case SENT -> Status.sent();
            case DELIVERED -> Status.delivered();
            case FAILED -> Status.failed();
        };
    }

    static String word(Severity severity) {
        return of(severity).getText();
    }

    static String word(Handling handling) {
        return of(handling).getText();
    }

    static String word(Message message) {
        return of(message).getText();
    }

    static String word(Kind kind) {
        return Texts.of("alerts.kind." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
