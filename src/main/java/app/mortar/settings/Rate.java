package app.mortar.settings;

import java.time.Duration;

/** So many requests in so long a time; {@code requests} 0 means no limit. */
public record Rate(int requests, Duration per) {
    public static final Rate OFF = new Rate(0, Duration.ofSeconds(1));

    static Rate parse(String value) {
        int slash = value.indexOf('/');
        return slash < 0
                ? OFF
                : new Rate(Integer.parseInt(value.substring(0, slash)), Duration.parse(value.substring(slash + 1)));
    }

    public boolean isOff() {
        return requests == 0;
    }
}
