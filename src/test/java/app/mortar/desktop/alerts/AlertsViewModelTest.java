package app.mortar.desktop.alerts;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.alert.AlertBoard;
import app.mortar.alert.AlertBoard.Handling;
import app.mortar.alert.AlertBoard.Message;
import app.mortar.alert.AlertBoard.Shortage;
import app.mortar.alert.AlertDesk;
import app.mortar.desktop.shell.Front;
import app.mortar.desktop.shell.Memory;
import app.mortar.desktop.shell.Place;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.shell.Time;
import app.mortar.desktop.widget.FileAsk;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.PageSource;
import app.mortar.desktop.widget.Toast;
import app.mortar.desktop.work.Work;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.kernel.Actor;
import app.mortar.kernel.Permission;
import app.mortar.testing.DeskTest;
import app.mortar.testing.Pharmacy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsViewModelTest extends DeskTest {
    private static final PageSource.Window FIRST = new PageSource.Window(0, 10, null, false);

    @TempDir
    Path folder;

    private final List<String> toasts = new ArrayList<>();
    private int changes;

    @BeforeEach
    void one_is_short() {
        toasts.clear();
        changes = 0;
        pharmacy.product("PARA", 5);
        stock("PARA", "A", 200, 8);
        moved(confirmed("O-1", wanted("PARA", 4)), OrderStatus.DISPATCHED);
    }

    private final class Window implements Front {
        @Override
        public void go(Place place, @Nullable Object about) {}

        @Override
        public void toast(Toast toast) {
            toasts.add(toast.title() + ": " + toast.second());
        }

        @Override
        public ReadOnlyBooleanProperty online() {
            return new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();
        }

        @Override
        public void lost() {}

        @Override
        public void changed() {
            changes++;
        }

        @Override
        public FileAsk files() {
            throw new AssertionError("nobody asks for a file here");
        }

        @Override
        public String report(Throwable bug) {
            throw new AssertionError(bug);
        }
    }

    private AlertsViewModel model(Work work, Set<Permission> may) {
        Session session = new Session(
                new Actor("Ada", "staff:ada", "till-1", may),
                pharmacy.transactions,
                work,
                new Time(pharmacy.clock.instant(), () -> Pharmacy.LAGOS, () -> 0),
                new Formats(Pharmacy.LAGOS, Currency.getInstance("NGN"), Locale.of("en", "NG")),
                new Memory(folder, work),
                new Window());
        return new AlertsViewModel(session, new AlertDesk());
    }

    private AlertsViewModel model() {
        return model(Work.here(), EnumSet.allOf(Permission.class));
    }

    private Shortage shortage() {
        return pharmacy.transactions
                .read(pharmacy.staff, tx -> model().shortages(tx, FIRST))
                .rows()
                .getFirst();
    }

    private Message message() {
        return pharmacy.transactions
                .read(pharmacy.staff, tx -> model().messages().rows(tx, FIRST))
                .rows()
                .getFirst();
    }

    @Test
    void nothing_can_be_done_about_nothing() {
        AlertsViewModel model = model();
        assertThat(model.mayAcknowledge().get()).isFalse();
        assertThat(model.maySnooze().get()).isFalse();
        assertThat(model.mayWake().get()).isFalse();
        assertThat(model.mayRetry().get()).isFalse();
    }

    @Test
    void a_shortage_is_acknowledged_and_the_window_knows_that_something_has_changed() {
        AlertsViewModel model = model();
        model.shortage().set(shortage());
        assertThat(model.mayAcknowledge().get()).isTrue();
        assertThat(model.mayWake().get()).isFalse();
        model.acknowledge();
        assertThat(toasts).containsExactly("Acknowledged: Product PARA");
        assertThat(changes).isEqualTo(1);
        assertThat(shortage().handling()).isEqualTo(Handling.ACKNOWLEDGED);
        assertThat(shortage().by()).isEqualTo("Ada");
        model.shortage().set(shortage());
        assertThat(model.mayAcknowledge().get()).isFalse();
        model.wake();
        assertThat(shortage().handling()).isEqualTo(Handling.OPEN);
    }

    @Test
    void it_is_put_off_until_a_later_day_only() {
        AlertsViewModel model = model();
        model.shortage().set(shortage());
        LocalDate today = pharmacy.today();
        assertThat(model.maySnoozeUntilDay().get()).isFalse();
        model.day().set(today);
        assertThat(model.maySnoozeUntilDay().get()).isFalse();
        model.day().set(today.plusDays(3));
        assertThat(model.maySnoozeUntilDay().get()).isTrue();
        model.snoozeUntilDay();
        assertThat(shortage().until()).isEqualTo(today.plusDays(3));
        model.snoozeToReceipt();
        assertThat(shortage().toReceipt()).isTrue();
    }

    @Test
    void what_is_over_meanwhile_is_said_in_words() {
        AlertsViewModel model = model();
        model.shortage().set(shortage());
        stock("PARA", "B", 200, 10);
        model.acknowledge();
        assertThat(toasts).isEmpty();
        assertThat(model.trouble().get()).isEqualTo("There is nothing to do about it any more.");
    }

    @Test
    void who_may_not_is_told_so() {
        AlertsViewModel model = model(Work.here(), Set.of(Permission.SEE_STOCK));
        model.shortage().set(shortage());
        model.acknowledge();
        assertThat(model.trouble().get()).contains("Your role may not do this");
        assertThat(shortage().handling()).isEqualTo(Handling.OPEN);
    }

    @Test
    void a_second_click_while_the_first_is_being_done_does_nothing() {
        Queue<Runnable> waiting = new ArrayDeque<>();
        AlertsViewModel model = model(new Work(waiting::add, Runnable::run), EnumSet.allOf(Permission.class));
        model.shortage().set(shortage());
        model.acknowledge();
        assertThat(model.busy().get()).isTrue();
        assertThat(model.mayAcknowledge().get()).isFalse();
        model.snoozeToReceipt();
        assertThat(waiting).hasSize(1);
        waiting.remove().run();
        assertThat(model.busy().get()).isFalse();
        assertThat(shortage().handling()).isEqualTo(Handling.ACKNOWLEDGED);
    }

    @Test
    void only_a_message_that_was_given_up_is_tried_again() {
        AlertsViewModel model = model();
        model.message().set(message());
        assertThat(model.mayRetry().get()).isFalse();
        pharmacy.transactions.run(pharmacy.staff, tx -> tx.session()
                .createNativeMutationQuery("update notification set status = 'FAILED'")
                .executeUpdate());
        model.message().set(message());
        assertThat(model.mayRetry().get()).isTrue();
        model.retry();
        assertThat(toasts).containsExactly("The message is sent again: Product PARA");
        assertThat(pharmacy.rows("select status from notification")).containsExactly("PENDING");
    }

    @Test
    void the_list_of_messages_follows_the_choice() {
        AlertsViewModel model = model();
        model.which().set(AlertBoard.Which.FAILED);
        assertThat(pharmacy.transactions
                        .read(pharmacy.staff, tx -> model.messages().rows(tx, FIRST))
                        .total())
                .isZero();
        model.which().set(AlertBoard.Which.WAITING);
        assertThat(pharmacy.transactions
                        .read(pharmacy.staff, tx -> model.messages().rows(tx, FIRST))
                        .total())
                .isEqualTo(1);
    }
}
