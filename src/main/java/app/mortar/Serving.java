package app.mortar;

import app.mortar.agent.Chores;
import app.mortar.cli.Refused;
import app.mortar.cli.ServeCommand;
import app.mortar.http.CannotListen;
import app.mortar.http.Server;
import java.util.ArrayList;
import java.util.List;

/** A pharmacy that answers its shop: the HTTP server and the chores on one open database. */
final class Serving implements ServeCommand.Running {
    private final Wiring wiring;
    private final Server server;
    private final Chores chores;
    private final List<String> more;

    private Serving(Wiring wiring, Server server, Chores chores, List<String> more) {
        this.wiring = wiring;
        this.server = server;
        this.chores = chores;
        this.more = more;
    }

    /**
     * Starts; closes the database again when that fails.
     *
     * @param served what answers, built on {@code wiring}
     * @param wish where to listen, if not where the settings say
     * @param more lines to print behind the address
     */
    static Serving start(Wiring wiring, Wiring.Served served, ServeCommand.Wish wish, List<String> more) {
        Server server = served.server(wish.port(), wish.bind());
        try {
            server.start();
        } catch (CannotListen no) {
            wiring.close();
            throw Refused.usage(no.getMessage());
        }
        Chores chores = served.chores();
        chores.start();
        return new Serving(wiring, server, chores, more);
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("listening on " + server.address()));
        lines.addAll(more);
        return lines;
    }

    @Override
    public void close() {
        server.stop();
        chores.close();
        wiring.close();
    }
}
