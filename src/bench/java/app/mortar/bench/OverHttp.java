package app.mortar.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A web shop: one kept connection, a key, a cart of one unit and an Idempotency-Key of its own each time. */
final class OverHttp implements Load.Client {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String key;

    OverHttp(int port, String key) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), 4096);
        this.out = socket.getOutputStream();
        this.key = key;
    }

    @Override
    public void reserve(int product) throws IOException {
        String body = "{\"items\":[{\"sku\":\"" + Pharmacies.sku(product) + "\",\"quantity\":1}]}";
        out.write(("POST /api/cart/reserve HTTP/1.1\r\nHost: mortar\r\nAuthorization: Bearer " + key
                        + "\r\nContent-Type: application/json\r\nIdempotency-Key: " + UUID.randomUUID()
                        + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII));
        String status = line();
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        String answer = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        if (!status.contains(" 201 ")) {
            throw new IOException(status + " " + answer);
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("closed after " + line);
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
