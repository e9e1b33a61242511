package app.mortar.desktop.shell;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;

/**
 * What somebody has chosen in a room, such as how a list is narrowed: kept on this workstation for them, and chosen again
 * when they come back. On the user interface's thread.
 */
public final class Chosen<T> {
    private final Session session;
    private final String name;
    private final ObjectProperty<T> choice;
    private final Class<T> type;

    Chosen(Session session, String name, ObjectProperty<T> choice, Class<T> type, UnaryOperator<T> worth) {
        this.session = session;
        this.name = name;
        this.choice = choice;
        this.type = type;
        choice.addListener((property, was, is) -> session.memory().keep(name, worth.apply(is)));
    }

    /**
     * Chooses what was chosen last, unless something else is chosen by the time that is known.
     *
     * @param otherwise is run when the choice stays as it is: whoever listens to it hears nothing then
     */
    public void again(Runnable otherwise) {
        T before = choice.get();
        session.work()
                .run(
                        () -> session.memory().recall(name, type),
                        kept -> take(kept.filter(last -> choice.get().equals(before)), otherwise),
                        failure -> {
                            session.trouble(failure);
                            otherwise.run();
                        });
    }

    private void take(Optional<T> last, Runnable otherwise) {
        if (last.filter(one -> !one.equals(choice.get())).isPresent()) {
            choice.set(last.get());
        } else {
            otherwise.run();
        }
    }
}
