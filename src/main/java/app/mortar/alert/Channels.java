package app.mortar.alert;

import app.mortar.settings.AlertSettings;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The channel of each medium, as it is set up now. */
public final class Channels {
    private final Supplier<AlertSettings> settings;
    private final Map<Medium, Function<AlertSettings, Optional<Channel>>> makers;

    public Channels(Supplier<AlertSettings> settings, Map<Medium, Function<AlertSettings, Optional<Channel>>> makers) {
        this.settings = settings;
        this.makers = Map.copyOf(makers);
    }

    /** Sends by the channel of that medium, if what it needs is set. */
    Sending send(Medium medium, Letter letter) {
        return Optional.ofNullable(makers.get(medium))
                .flatMap(maker -> maker.apply(settings.get()))
                .map(channel -> channel.send(letter))
                .orElseGet(() -> new Sending.Refused("The channel " + medium.word() + " is not set up."));
    }
}
