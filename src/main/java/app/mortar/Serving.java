package app.mortar;

import app.mortar.cli.Refused;
import app.mortar.cli.ServeCommand;
import app.mortar.http.CannotListen;
import app.mortar.http.Server;
import java.util.ArrayList;
import java.util.List;

/** A pharmacy that answers its shop: the HTTP server and the agent on one open database. */
final class Serving implements ServeCommand.Running {
    private final Wiring wiring;
    private final Wiring.Served served;
    private final Server server;
    private final Agent agent;
    private final List<String> firstLines = new ArrayList<>();
    private Runnable afterwards = () -> {};

    private Serving(Wiring wiring, Wiring.Served served, Server server, Agent agent) {
        this.wiring = wiring;
        this.served = served;
        this.server = server;
        this.agent = agent;
    }

    /**
     * Starts; closes the database again when that fails.
     *
     * @param served what answers, built on {@code wiring}
     * @param wish where to listen, if not where the settings say
     */
    static Serving start(Wiring wiring, Wiring.Served served, ServeCommand.Wish wish) {
        Server server = served.server(wish.port(), wish.bind(), wish.demo());
        try {
            server.start();
        } catch (CannotListen no) {
            wiring.close();
            throw Refused.usage(String.valueOf(no.getMessage()));
        }
        Agent agent = served.agent();
        agent.start();
        return new Serving(wiring, served, server, agent);
    }

    /** Lines to print before the address: whoever waits for the address has read them by then. */
    Serving saying(List<String> lines) {
        firstLines.addAll(lines);
        return this;
    }

    /** What to do once everything is closed. */
    Serving andThen(Runnable last) {
        afterwards = last;
        return this;
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>(firstLines);
        lines.add("listening on " + server.address());
        return lines;
    }

    @Override
    public void close() {
        server.stop();
        served.close();
        agent.close();
        wiring.close();
        afterwards.run();
    }
}
