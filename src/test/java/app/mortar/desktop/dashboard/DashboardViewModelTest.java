package app.mortar.desktop.dashboard;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.catalogue.ProductForm;
import app.mortar.desktop.Here;
import app.mortar.desktop.widget.PageSource;
import app.mortar.expiry.Outlook;
import app.mortar.expiry.OutlookFilter;
import app.mortar.expiry.Severity;
import app.mortar.expiry.StockOutlook;
import app.mortar.fulfilment.Activity;
import app.mortar.fulfilment.OrderBoard;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.kernel.Actor;
import app.mortar.kernel.Permission;
import app.mortar.reservation.HoldBoard;
import app.mortar.testing.DeskTest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DashboardViewModelTest extends DeskTest {
    private final Actor assistant = new Actor("kemi", "staff", "till-2", EnumSet.of(Permission.SEE_STOCK));

    private void product(String sku, int minimum, String category) {
        pharmacy.product(new ProductForm(
                sku, sku, null, null, null, null, null, category, null, null, minimum, null, null, null, false, true,
                true));
    }

    private void someTrade() {
        product("OUT", 5, "Pain");
        product("LOW", 10, "Heart");
        product("FINE", 5, "Pain");
        stock("LOW", "A", 5, 9);
        stock("FINE", "A", 60, 50);
        moved(confirmed("WEB-1", wanted("FINE", 2)), OrderStatus.DISPATCHED);
        confirmed("WEB-2", wanted("FINE", 3));
        pharmacy.hold(wanted("FINE", 1));
    }

    private List<String> low(DashboardViewModel model, Here here) {
        return here.session
                .transactions()
                .read(
                        here.session.actor(),
                        tx -> model.low().rows(tx, new PageSource.Window(0, 100, null, false)).rows().stream()
                                .map(Outlook::sku)
                                .toList());
    }

    @Test
    void reads_all_figures_together() {
        someTrade();
        Here here = Here.at(pharmacy, pharmacy.staff);
        DashboardViewModel model = new DashboardViewModel(here.session);
        model.start();
        DashboardViewModel.Figures now = model.figures().get();
        assertThat(here.bugs).isEmpty();
        assertThat(now.low()).isEqualTo(new StockOutlook.Counts(1, 0, 1));
        assertThat(now.products()).isEqualTo(3);
        assertThat(now.expiring().within(7).batches()).isEqualTo(1);
        assertThat(now.expiring().within(90).batches()).isEqualTo(2);
        assertThat(now.orders()).isEqualTo(new OrderBoard.Counts(1, null, 1, 2));
        assertThat(now.holds()).isEqualTo(new HoldBoard.Counts(1, 0));
        assertThat(now.activity()).extracting(Activity.Entry::kind).contains(Activity.Kind.DISPATCHED);
        assertThat(now.rates().fifoComplianceRate()).isEqualTo(1.0);
        assertThat(low(model, here)).containsExactly("OUT", "LOW");
    }

    @Test
    void who_may_not_see_the_rates_sees_the_rest() {
        someTrade();
        Here here = Here.at(pharmacy, assistant);
        DashboardViewModel model = new DashboardViewModel(here.session);
        model.start();
        assertThat(model.figures().get().rates()).isNull();
        assertThat(model.figures().get().low().all()).isEqualTo(2);
        assertThat(model.trouble().get()).isEmpty();
    }

    @Test
    void the_filter_narrows_the_list_counts_each_severity_and_is_there_again_next_time() {
        someTrade();
        Here here = Here.at(pharmacy, pharmacy.staff);
        DashboardViewModel model = new DashboardViewModel(here.session);
        model.start();
        model.filter().set(OutlookFilter.LOW.category("Heart"));
        assertThat(model.counts().get()).isEqualTo(new StockOutlook.Counts(0, 0, 1));
        assertThat(low(model, here)).containsExactly("LOW");
        model.show(Set.of(Severity.OUT));
        assertThat(low(model, here)).isEmpty();
        assertThat(model.counts().get().low()).isEqualTo(1);
        DashboardViewModel nextTime = new DashboardViewModel(here.session);
        nextTime.start();
        assertThat(nextTime.filter().get().category()).isEqualTo("Heart");
        assertThat(nextTime.filter().get().severities()).containsExactly(Severity.OUT);
    }

    @Test
    void a_failure_is_said_in_words_and_what_was_read_stays() {
        someTrade();
        Here here = Here.at(pharmacy, pharmacy.staff);
        DashboardViewModel model = new DashboardViewModel(here.session);
        model.start();
        Here nobody = Here.at(pharmacy, new Actor("x", "x", "x", Set.of()));
        DashboardViewModel refused = new DashboardViewModel(nobody.session);
        refused.start();
        assertThat(refused.trouble().get()).isNotEmpty();
        assertThat(refused.figures().get()).isNull();
        assertThat(model.figures().get()).isNotNull();
    }
}
