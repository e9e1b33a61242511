package app.mortar.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.fulfilment.OrderAnswer;
import app.mortar.testing.Books;
import app.mortar.testing.Crowd;
import app.mortar.testing.Db;
import app.mortar.testing.Pharmacy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The race tests can fail: a desk that looks first and writes then is caught by each of them. */
@ParameterizedClass
@EnumSource(Db.class)
class NaiveDeskTest {
    private static final Duration CAP = Duration.ofSeconds(30);

    @Parameter
    private Db db;

    private Pharmacy pharmacy;

    @BeforeEach
    void open() {
        pharmacy = Pharmacy.open(db);
        NaiveDesk.withoutFences(pharmacy.link);
    }

    @AfterEach
    void close() {
        pharmacy.close();
    }

    private List<String> violations() {
        try (Books books = new Books(pharmacy.link)) {
            return books.violations(pharmacy.clock.instant());
        }
    }

    @ParameterizedTest
    @EnumSource(NaiveDesk.Way.class)
    void the_race_for_the_last_units_sees_a_naive_desk_oversell(NaiveDesk.Way way) {
        LastUnits.stock(pharmacy);
        NaiveDesk desk = new NaiveDesk(pharmacy.link, way, Crowd.meeting(16, CAP));
        int sold = LastUnits.race(16, units -> desk.keep(LastUnits.SKU, units));
        assertThat(sold).isGreaterThan(LastUnits.UNITS);
        assertThat(LastUnits.wrong(pharmacy, sold))
                .contains("sold " + sold + " of " + LastUnits.UNITS)
                .hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @EnumSource(NaiveDesk.Way.class)
    void the_race_of_dispatches_sees_units_leave_twice(NaiveDesk.Way way) {
        pharmacy.product("PARA");
        pharmacy.receive("PARA", "A", pharmacy.today().plusDays(30), 10);
        OrderAnswer answer = pharmacy.order(Pharmacy.request("O-1", null, true, Pharmacy.wanted("PARA", 5)));
        long order = ((OrderAnswer.Placed) answer).order().id();
        NaiveDesk desk = new NaiveDesk(pharmacy.link, way, Crowd.meeting(2, CAP));
        assertThat(Crowd.of(2, me -> desk.dispatch(order))).containsExactly(true, true);
        assertThat(violations()).anySatisfy(broken -> assertThat(broken).contains("left the shelf once"));
    }

    @ParameterizedTest
    @EnumSource(NaiveDesk.Way.class)
    void the_race_at_the_lapse_sees_units_given_back_twice(NaiveDesk.Way way) {
        pharmacy.product("PARA");
        pharmacy.receive("PARA", "A", pharmacy.today().plusDays(30), 10);
        String token = pharmacy.hold(Pharmacy.wanted("PARA", 5)).token();
        NaiveDesk desk = new NaiveDesk(pharmacy.link, way, Crowd.meeting(2, CAP));
        assertThat(Crowd.of(2, me -> desk.giveBack(token, me == 0 ? "RELEASED" : "EXPIRED")))
                .containsExactly(true, true);
        assertThat(violations()).anySatisfy(broken -> assertThat(broken).contains("reserved units"));
    }

    @Test
    void the_race_of_carts_sees_locks_taken_in_cart_order_block_each_other() {
        pharmacy.product("PARA");
        pharmacy.product("IBU");
        NaiveDesk desk = new NaiveDesk(pharmacy.link, NaiveDesk.Way.RELATIVE, Crowd.meeting(2, CAP));
        assertThatThrownBy(() -> Crowd.of(2, me -> {
                    desk.lockInCartOrder(me == 0 ? List.of("PARA", "IBU") : List.of("IBU", "PARA"));
                    return me;
                }))
                .isInstanceOf(AssertionError.class)
                .hasStackTraceContaining("eadlock");
    }
}
