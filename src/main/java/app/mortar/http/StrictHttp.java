package app.mortar.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * HTTP/1.1 whose request line is taken as RFC 9112 (3) writes it: two blanks, each alone. The library skips blanks that
 * are too many, so two programs on the way could read one line differently.
 */
final class StrictHttp extends HttpConnectionFactory {
    StrictHttp(HttpConfiguration settings) {
        super(settings);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        HttpConnection connection = new HttpConnection(getHttpConfiguration(), connector, endPoint) {
            @Override
            protected HttpParser newHttpParser(HttpCompliance compliance) {
                return new Parser(super.newHttpParser(compliance), getHttpConfiguration(), compliance);
            }
        };
        connection.setTransferEncodingChunkMaxLength(getTransferEncodingChunkMaxLength());
        return configure(connection, connector, endPoint);
    }

    /** Counts the blanks of a request line before the library reads it. */
    private static final class Parser extends HttpParser {
        private static final int BLANKS = 2;

        private boolean begun;
        private int blanks;

        /** @param usual what the library would use; its listener is taken over */
        Parser(HttpParser usual, HttpConfiguration settings, HttpCompliance compliance) {
            super((RequestHandler) usual.getHandler(), settings.getRequestHeaderSize(), compliance);
            setHeaderCacheSize(usual.getHeaderCacheSize());
            setHeaderCacheCaseSensitive(usual.isHeaderCacheCaseSensitive());
        }

        @Override
        public boolean parseNext(ByteBuffer buffer) {
            if (isStart()) {
                begun = false;
                blanks = 0;
            }
            if (getState().compareTo(State.HEADER) < 0 && hasTooManyBlanks(buffer)) {
                buffer.position(buffer.limit());
                badMessage(new HttpException.RuntimeException(
                        HttpStatus.BAD_REQUEST_400, "Too many blanks in the request line"));
                return false;
            }
            return super.parseNext(buffer);
        }

        /** The line may come in pieces; empty lines before it do not count. */
        private boolean hasTooManyBlanks(ByteBuffer buffer) {
            for (int i = buffer.position(); i < buffer.limit(); i++) {
                byte next = buffer.get(i);
                if (next == '\n' && begun) {
                    return false;
                }
                begun |= next != '\r' && next != '\n';
                if (next == ' ' && ++blanks > BLANKS) {
                    return true;
                }
            }
            return false;
        }
    }
}
