package app.mortar;

import app.mortar.desktop.Desks;
import app.mortar.desktop.Ground;
import app.mortar.desktop.entry.Doorkeeper;
import app.mortar.desktop.shell.Person;
import app.mortar.http.CannotListen;
import app.mortar.http.Server;
import app.mortar.kernel.Actor;
import app.mortar.settings.MachineSettings;
import app.mortar.settings.Settings;
import app.mortar.store.Changes;
import app.mortar.store.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An open database under the windows. On an embedded one the shop's API and the scheduled work run in here, because
 * nobody else can; on a shared one they run in {@code mortar serve}.
 */
final class DesktopGround implements Ground {
    private final Wiring wiring;
    private final Wiring.Served served;
    private final Doorkeeper door;
    private final boolean alone;
    private final boolean demonstration;
    private final Actor workstation;
    private final Runnable afterwards;
    private final List<String> remarks = new ArrayList<>();
    private @Nullable Server server;
    private @Nullable Agent agent;

    private DesktopGround(
            Wiring wiring,
            Wiring.Served served,
            Doorkeeper door,
            MachineSettings machine,
            String host,
            Runnable afterwards) {
        this.wiring = wiring;
        this.served = served;
        this.door = door;
        this.alone = machine.db().embedded();
        this.demonstration = door instanceof DemoDoor;
        this.workstation = Actor.agent(host);
        this.afterwards = afterwards;
    }

    /** The pharmacy's own database. */
    static DesktopGround of(Wiring wiring, MachineSettings machine, String host, Runnable afterwards) {
        Wiring.Served served = wiring.served();
        return new DesktopGround(wiring, served, wiring.door(served, host), machine, host, afterwards).started();
    }

    /** The demonstration, filled first. */
    static DesktopGround demo(Wiring wiring, MachineSettings machine, String host, Runnable afterwards) {
        Wiring.Served served = wiring.served();
        served.fillWithDemo(Wiring.commandLine("demo", host));
        return new DesktopGround(wiring, served, new DemoDoor(host), machine, host, afterwards).started();
    }

    private DesktopGround started() {
        if (alone) {
            if (settings().http().enabled()) {
                listen();
            }
            agent = served.agent();
            agent.start();
        }
        return this;
    }

    /** A taken port must not keep the counter from working. */
    private void listen() {
        Server mine = served.server(Optional.empty(), Optional.empty(), demonstration);
        try {
            mine.start();
            server = mine;
        } catch (CannotListen no) {
            remarks.add(no.getMessage() + " The shop cannot reach this pharmacy until that is mended.");
        }
    }

    @Override
    public Transactions transactions() {
        return served.transactions();
    }

    @Override
    public Settings settings() {
        return wiring.settings();
    }

    @Override
    public Desks desks() {
        return served.desks(workstation.workstation());
    }

    @Override
    public Doorkeeper door() {
        return door;
    }

    @Override
    public Changes changes() {
        return wiring.changes();
    }

    @Override
    public Actor workstation() {
        return workstation;
    }

    @Override
    public String database() {
        return alone ? "H2" : "PostgreSQL";
    }

    @Override
    public boolean alone() {
        return alone;
    }

    @Override
    public Optional<String> api() {
        return Optional.ofNullable(server).map(Server::address);
    }

    @Override
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop();
        }
        served.close();
        if (agent != null) {
            agent.close();
        }
        wiring.close();
        afterwards.run();
    }

    /** The demonstration's people come in without a password, because nothing of theirs is real. */
    private record DemoDoor(String host) implements Doorkeeper {
        @Override
        public boolean nobodyYet() {
            return false;
        }

        @Override
        public Answer first(String name, String password) {
            return new Answer.Wrong();
        }

        @Override
        public Answer withPassword(String name, String password) {
            return new Answer.Wrong();
        }

        @Override
        public Answer withPin(String name, String pin) {
            return new Answer.Wrong();
        }

        @Override
        public boolean takesPins() {
            return false;
        }

        @Override
        public Optional<Person> still(Person person) {
            return Optional.of(person);
        }

        @Override
        public List<Person> open() {
            return StaffDoor.demo(host);
        }
    }
}
