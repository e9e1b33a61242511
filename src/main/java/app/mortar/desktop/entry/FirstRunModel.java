package app.mortar.desktop.entry;

import app.mortar.desktop.work.Once;
import app.mortar.desktop.work.Work;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The very first start: look around, begin on this computer, or join the database that others share. */
public final class FirstRunModel {
    private final Once once;
    private final Ways ways;
    private final Function<Throwable, String> reason;
    private final StringProperty host = new SimpleStringProperty("");
    private final StringProperty port = new SimpleStringProperty("5432");
    private final StringProperty database = new SimpleStringProperty("mortar");
    private final StringProperty user = new SimpleStringProperty("mortar");
    private final StringProperty password = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper no = new ReadOnlyStringWrapper("");

    /** The three ways on. */
    public interface Ways {
        void demo();

        void here();

        /**
         * Tries the connection. In the background.
         *
         * @return what exactly is wrong and what to do about it, as a sentence; empty when it works
         */
        Optional<String> tryShared(SharedAddress address);

        /** Keeps the address for all later starts, and goes on with it. */
        void shared(SharedAddress address);
    }

    public FirstRunModel(Ways ways, Work work, Function<Throwable, String> reason) {
        this.ways = ways;
        this.once = new Once(work);
        this.reason = reason;
    }

    public StringProperty host() {
        return host;
    }

    public StringProperty port() {
        return port;
    }

    public StringProperty database() {
        return database;
    }

    public StringProperty user() {
        return user;
    }

    public StringProperty password() {
        return password;
    }

    /** Why it does not work; empty while nothing was tried. */
    public ReadOnlyStringProperty no() {
        return no.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty running() {
        return once.running();
    }

    public void demo() {
        ways.demo();
    }

    public void here() {
        ways.here();
    }

    /** Tries what was typed, and goes on when it works. */
    public void join() {
        SharedAddress address = new SharedAddress(host.get(), port.get(), database.get(), user.get(), password.get());
        if (address.mistake().isPresent()) {
            no.set(address.mistake().get());
            return;
        }
        no.set("");
        once.run(
                () -> ways.tryShared(address),
                wrong -> wrong.ifPresentOrElse(no::set, () -> ways.shared(address)),
                failure -> no.set(reason.apply(failure)));
    }
}
