package app.mortar.desktop.settings;

import app.mortar.alert.Medium;
import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Chip;
import app.mortar.desktop.widget.Tone;
import app.mortar.settings.SettingRow;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a channel stands.
 *
 * @param on messages leave by it
 * @param missing the settings that it cannot do without and that nobody has set
 */
record ChannelState(Medium medium, boolean on, List<String> missing) {
    ChannelState {
        missing = List.copyOf(missing);
    }

    /** All channels, by what holds on this machine. */
    static List<ChannelState> of(List<SettingRow> rows) {
        Map<String, String> values = rows.stream()
                .collect(Collectors.toMap(SettingRow::name, row -> row.value().orElse("")));
        Set<String> on = Arrays.stream(
                        values.getOrDefault("notify.channels", "").split(",", -1))
                .map(String::strip)
                .collect(Collectors.toSet());
        return Arrays.stream(Medium.values())
                .map(medium -> new ChannelState(
                        medium,
                        on.contains(medium.word()),
                        needed(medium).stream()
                                .filter(name -> values.getOrDefault(name, "").isEmpty())
                                .toList()))
                .toList();
    }

    private static List<String> needed(Medium medium) {
        return switch (medium) {
            case SMS, TERMII_WHATSAPP -> List.of("termii.api-key");
            case WHATSAPP -> List.of("whatsapp.token", "whatsapp.phone-number-id");
            case EMAIL -> List.of("smtp.host");
            case LOG -> List.of();
        };
    }

    /** Without the group, which the channel's name says already. */
    private String inShort() {
        return missing.stream()
                .map(name -> name.substring(name.indexOf('.') + 1).replace('-', ' '))
                .collect(Collectors.joining(", "));
    }

    Chip chip() {
        if (!missing.isEmpty()) {
            return new Chip(
                    on ? Tone.DANGER : Tone.NEUTRAL,
                    on ? "x-circle-fill" : "circle",
                    Texts.of(on ? "settings.channel.broken" : "settings.channel.not-set-up", inShort()));
        }
        return on
                ? new Chip(Tone.SUCCESS, "check-circle-fill", Texts.of("settings.channel.on"))
                : new Chip(Tone.NEUTRAL, "pause-circle", Texts.of("settings.channel.off"));
    }
}
