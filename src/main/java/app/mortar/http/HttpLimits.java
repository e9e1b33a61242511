package app.mortar.http;

import java.time.Duration;

/**
 * How long the server waits and how much it takes.
 *
 * @param head from the first byte of a request to the end of its headers
 * @param body from the end of the headers to the end of the body
 * @param idle a connection on which nothing happens is closed after this
 * @param stop how long running requests may still take once the server is told to stop
 * @param maxBody bytes of a body
 * @param maxTarget bytes of path and query
 * @param maxHeaders bytes of all headers together
 */
public record HttpLimits(
        Duration head, Duration body, Duration idle, Duration stop, int maxBody, int maxTarget, int maxHeaders) {
    public static HttpLimits standard() {
        return new HttpLimits(
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                Duration.ofSeconds(25),
                256 * 1024,
                8 * 1024,
                16 * 1024);
    }
}
