package app.mortar.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.access.Scope;
import app.mortar.testing.Caller.Answer;
import app.mortar.testing.Db;
import app.mortar.testing.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(Db.class)
class MetricsTest extends ShopTest {
    @Test
    void only_a_key_for_metrics_sees_them() {
        for (String path : List.of("/metrics", "/api/metrics/summary")) {
            shop.anyone.get(path).refused(401, "unauthorized");
            shop.store.get(path).refused(403, "forbidden");
            shop.with(Scope.METRICS).get(path).is(200);
        }
    }

    @Test
    void the_summary_counts_what_was_decided_a_moment_ago() {
        String sku = shop.product(3);
        long granted = decided("granted");
        long refused = decided("refused");
        shop.hold(sku, 2);
        shop.store.post("/api/cart/reserve", Shop.item(sku, 2)).is(409);
        Answer summary = shop.admin.get("/api/metrics/summary").is(200);
        double expected = (granted + 1.0) / (granted + refused + 2);
        assertThat(summary.at("/reservationSuccessRate").doubleValue()).isEqualTo(expected);
        assertThat(summary.number("/period/days")).isEqualTo(30);
        assertThat(summary.text("/period/to")).isEqualTo(shop.today().toString());
        assertThat(summary.number("/oversellIncidentsByCause/concurrency")).isZero();
    }

    private long decided(String outcome) {
        shop.pharmacy.verdicts.write();
        return Long.parseLong(shop.pharmacy
                .rows("select coalesce(sum(" + outcome + "), 0) from reservation_minute")
                .getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "3661", "x", "1.5"})
    void a_bad_number_of_days_is_refused(String days) {
        shop.admin.get("/api/metrics/summary?days=" + days).wrong("days");
    }

    @Test
    void prometheus_reads_every_metric_with_its_help_and_no_number_that_is_none() {
        Answer scrape = shop.admin.get("/metrics").is(200);
        assertThat(scrape.header("Content-Type")).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        assertThat(scrape.body())
                .contains(
                        "# TYPE mortar_reservation_requests_total counter",
                        "# HELP mortar_oversell_incidents_total oversellIncidents",
                        "mortar_oversell_incidents_total{cause=\"concurrency\"} 0.0",
                        "mortar_fifo_units_total{compliant=\"no\"} 0.0",
                        "mortar_waste_units_total{reason=\"expired\"}",
                        "jvm_memory_used_bytes{area=\"heap\"")
                .doesNotContain("NaN");
        scrape.body()
                .lines()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" ", -1)[2])
                .forEach(metric -> assertThat(scrape.body()).containsPattern("# HELP " + metric + " \\S"));
    }

    /** The seventh, {@code stockAccuracyRate}, is left out until something was counted. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "reservationSuccessRate",
                "oversellIncidents",
                "lowStockAlertDeliveryRate",
                "stockoutIncidents",
                "expiredWasteRate",
                "fifoComplianceRate"
            })
    void the_help_of_a_metric_names_the_plans_term(String term) {
        assertThat(shop.admin.get("/metrics").is(200).body())
                .containsPattern("(?m)^# HELP mortar_\\S+ " + term + "\\b");
    }

    @Test
    void requests_are_counted_by_the_template_of_their_route_and_never_by_what_a_client_has_put_in_it() {
        shop.admin.get("/api/products/SOMETHING-SECRET").is(404);
        shop.admin.get("/nothing/SOMETHING-SECRET").is(404);
        shop.admin.send("BREW", "/api/products", null);
        String scrape = shop.admin.get("/metrics").is(200).body();
        assertThat(scrape)
                .contains(
                        "mortar_http_requests_total{method=\"GET\",route=\"/api/products/{sku}\",status=\"404\"} 1.0",
                        "mortar_http_requests_total{method=\"GET\",route=\"none\",status=\"404\"} 1.0",
                        "mortar_http_requests_total{method=\"other\",route=\"none\",status=\"405\"} 1.0",
                        "mortar_http_request_duration_seconds_bucket{method=\"POST\",route=\"/api/orders\",le=\"0.05\"}")
                .doesNotContain("SECRET");
    }
}
