package app.mortar.contract;

import static app.mortar.testing.Shop.item;
import static app.mortar.testing.Shop.segment;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.testing.Caller.Answer;
import app.mortar.testing.Db;
import app.mortar.testing.Shop;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** {@code /api/products}. */
@ParameterizedClass
@EnumSource(Db.class)
class ProductTest extends ShopTest {
    private static final String PRODUCTS = "/api/products";

    private Answer create(String sku, String rest) {
        return shop.stock.post(PRODUCTS, "{'sku':'" + sku + "','name':'N " + sku + "'" + rest + "}");
    }

    private Answer show(String sku) {
        return shop.stock.get(PRODUCTS + "/" + segment(sku)).is(200);
    }

    private Answer availability(String sku) {
        return shop.stock
                .get(PRODUCTS + "/" + sku + "/availability?explain=true")
                .is(200);
    }

    @Test
    void a_product_is_created_with_what_is_said_and_sensible_silence_about_the_rest() {
        String sku = shop.fresh("PARA");
        Answer created = create(sku, "").is(201);
        assertThat(created.text("/id")).isNotBlank();
        assertThat(created.text("/sku")).isEqualTo(sku);
        for (String member : List.of("stockQuantity", "reservedQuantity", "minStockLevel", "available")) {
            assertThat(created.number("/" + member)).as(member).isZero();
        }
        assertThat(created.at("/expires").booleanValue()).isTrue();
        assertThat(created.at("/active").booleanValue()).isTrue();
        assertThat(created.at("/controlled").booleanValue()).isFalse();
        assertThat(created.at("/price").isNull()).isTrue();
        assertThat(show(sku).body()).isEqualTo(created.body());
    }

    @Test
    void every_field_comes_back_as_it_was_said() {
        String sku = shop.fresh("AMOX");
        Answer created = create(
                        sku,
                        ",'gtin':'9520123456788','genericName':'Amoxicillin','strength':'500 mg','form':'capsule',"
                                + "'atcCode':'J01CA04','category':'Antibiotics','supplier':'Kora','shelf':'A-3',"
                                + "'minStockLevel':20,'reorderQuantity':100,'minShelfLifeDays':180,'price':12.50,"
                                + "'controlled':true,'expires':true,'active':true")
                .is(201);
        assertThat(created.text("/gtin")).as("14 digits").isEqualTo("09520123456788");
        assertThat(created.text("/strength")).isEqualTo("500 mg");
        assertThat(created.text("/atcCode")).isEqualTo("J01CA04");
        assertThat(created.text("/shelf")).isEqualTo("A-3");
        assertThat(created.number("/minStockLevel")).isEqualTo(20);
        assertThat(created.number("/reorderQuantity")).isEqualTo(100);
        assertThat(created.number("/minShelfLifeDays")).isEqualTo(180);
        assertThat(created.body()).contains("\"price\":12.5,");
        assertThat(created.at("/controlled").booleanValue()).isTrue();
    }

    @Test
    void money_is_a_number_with_at_most_4_decimals() {
        for (String price : List.of("0", "0.0001", "99999999999999.9999", "1250", "3.1400", "1e2")) {
            String sku = shop.fresh("M");
            Answer created = create(sku, ",'price':" + price).is(201);
            assertThat(created.at("/price").isNumber()).isTrue();
            assertThat(show(sku).at("/price").decimalValue()).isEqualByComparingTo(price);
            assertThat(created.body()).doesNotContain("E+").doesNotContain("E2");
        }
    }

    @Test
    void a_taken_sku_or_gtin_is_a_duplicate() {
        String sku = shop.fresh("DUP");
        create(sku, ",'gtin':'09521234567899'").is(201);
        assertThat(create(sku, "").refused(409, "duplicate").text("/field")).isEqualTo("sku");
        String other = shop.fresh("DUP");
        assertThat(create(other, ",'gtin':'9521234567899'")
                        .refused(409, "duplicate")
                        .text("/field"))
                .isEqualTo("gtin");
        create(other, "").is(201);
        shop.stock
                .put(PRODUCTS + "/" + other, "{'sku':'" + sku + "','name':'N'}")
                .refused(409, "duplicate");
        shop.stock
                .put(PRODUCTS + "/" + other, "{'sku':'" + other + "','name':'N','gtin':'9521234567899'}")
                .refused(409, "duplicate");
    }

    @Test
    void put_replaces_all_that_is_said_and_leaves_the_stock() {
        String sku = shop.fresh("PUT");
        create(sku, ",'genericName':'G','price':5,'minStockLevel':3,'controlled':true")
                .is(201);
        shop.receive(sku, "B1", shop.today().plusDays(99), 7);
        String renamed = shop.fresh("PUT");
        Answer replaced = shop.stock
                .put(PRODUCTS + "/" + sku, "{'sku':'" + renamed + "','name':'New'}")
                .is(200);
        assertThat(replaced.text("/name")).isEqualTo("New");
        assertThat(replaced.at("/genericName").isNull()).isTrue();
        assertThat(replaced.at("/price").isNull()).isTrue();
        assertThat(replaced.number("/minStockLevel")).isZero();
        assertThat(replaced.at("/controlled").booleanValue()).isFalse();
        assertThat(replaced.number("/stockQuantity")).isEqualTo(7);
        assertThat(replaced.number("/available")).isEqualTo(7);
        assertThat(show(renamed).body()).isEqualTo(replaced.body());
        shop.stock.get(PRODUCTS + "/" + sku).refused(404, "unknown-product");
    }

    @Test
    void an_unknown_product_is_404_on_every_route() {
        for (String tail : List.of("", "/availability", "/availability?explain=true", "/batches")) {
            Answer no = shop.stock.get(PRODUCTS + "/NIX" + tail).refused(404, "unknown-product");
            assertThat(no.at("/unknown/0").asString()).isEqualTo("NIX");
        }
        shop.stock.put(PRODUCTS + "/NIX", "{'sku':'NIX','name':'N'}").refused(404, "unknown-product");
    }

    @Test
    void expires_cannot_change_while_there_is_stock() {
        String sku = shop.product(1);
        String body = "{'sku':'" + sku + "','name':'N','expires':false}";
        shop.stock.put(PRODUCTS + "/" + sku, body).refused(409, "conflict");
        shop.stock
                .post("/api/stock/write-offs", "{'sku':'" + sku + "','batchNumber':'B1','quantity':1,'reason':'LOST'}")
                .is(201);
        shop.stock.put(PRODUCTS + "/" + sku, body).is(200);
    }

    @Test
    void a_sku_may_have_slashes_blanks_percents_and_any_script_and_is_one_segment_of_the_path() {
        for (String kind :
                List.of("A/B", "A B", "50%", "A+B", "ÄÖ-ß", "药 7", "a?b#c", "😀", "a;b=c", "..x", "a\\\\b")) {
            String sku = shop.fresh(kind);
            String said = sku.replace("\\\\", "\\");
            create(sku, "").is(201);
            shop.receive(sku, "B/1 ü", shop.today().plusDays(99), 2);
            assertThat(show(said).text("/sku")).isEqualTo(said);
            assertThat(shop.available(said)).isEqualTo(2);
            assertThat(shop.stock
                            .get(PRODUCTS + "/" + segment(said) + "/batches")
                            .is(200)
                            .text("/items/0/batchNumber"))
                    .isEqualTo("B/1 ü");
            assertThat(shop.stock
                            .get("/api/movements?sku=" + segment(said))
                            .is(200)
                            .at("/items")
                            .size())
                    .isEqualTo(1);
            shop.store.post("/api/cart/reserve", item(sku, 1)).is(201);
            shop.stock
                    .put(PRODUCTS + "/" + segment(said), "{'sku':'" + sku + "','name':'N'}")
                    .is(200);
        }
    }

    @Test
    void the_list_finds_by_words_in_any_letter_case() {
        String word = shop.fresh("Zebra");
        create(word + "-1", ",'genericName':'Striped Horse'").is(201);
        create(word + "-2", ",'genericName':'Striped Donkey'").is(201);
        assertThat(shop.stock
                        .get(PRODUCTS + "?q=" + segment(word.toLowerCase(java.util.Locale.ROOT) + " hORSE"))
                        .is(200)
                        .each("/items", "sku"))
                .containsExactly(word + "-1");
        assertThat(shop.stock.get(PRODUCTS + "?q=" + segment(word)).is(200).each("/items", "sku"))
                .as("newest first")
                .containsExactly(word + "-2", word + "-1");
        assertThat(shop.stock
                        .get(PRODUCTS + "?q=" + segment(word + "%"))
                        .is(200)
                        .at("/items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void low_stock_is_judged_on_good_units_and_holds_alone_never_make_it() {
        String low = shop.fresh("LOW");
        create(low, ",'minStockLevel':5").is(201);
        shop.receive(low, "B1", shop.today().plusDays(99), 5);
        String lowOnes = PRODUCTS + "?lowStock=true&q=" + low;
        shop.hold(low, 5);
        assertThat(shop.stock.get(lowOnes).is(200).at("/items").isEmpty()).isTrue();
        assertThat(show(low).number("/stockQuantity")).isEqualTo(5);
        assertThat(show(low).number("/reservedQuantity")).isEqualTo(5);
        assertThat(show(low).number("/available")).isZero();
        shop.clock.pass(Duration.ofMinutes(20));
        shop.stock
                .post("/api/stock/quarantine", "{'sku':'" + low + "','batchNumber':'B1','quantity':1,'action':'HOLD'}")
                .is(201);
        assertThat(shop.stock.get(lowOnes).is(200).each("/items", "sku")).containsExactly(low);
        assertThat(shop.stock.get(PRODUCTS + "?lowStock=false&q=" + low).is(200).each("/items", "sku"))
                .containsExactly(low);
    }

    @Test
    void walking_all_pages_meets_each_product_once_newest_first() {
        String word = shop.fresh("WALK");
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            String sku = word + "-" + i;
            create(sku, "").is(201);
            made.addFirst(sku);
        }
        List<String> walked = new ArrayList<>();
        String cursor = "";
        while (true) {
            Answer page =
                    shop.stock.get(PRODUCTS + "?limit=3&q=" + word + cursor).is(200);
            assertThat(page.at("/items").size()).isBetween(1, 3);
            walked.addAll(page.each("/items", "sku"));
            JsonNode next = page.at("/nextCursor");
            if (next.isNull()) {
                break;
            }
            cursor = "&cursor=" + next.stringValue();
        }
        assertThat(walked).containsExactlyElementsOf(made);
    }

    @Test
    void availability_counts_each_unit_in_one_term() {
        String sku = shop.product();
        LocalDate today = shop.today();
        shop.receive(sku, "OLD", today.plusDays(1), 10);
        shop.receive(sku, "BAD", today.plusDays(100), 20);
        shop.receive(sku, "OK", today.plusDays(200), 100);
        String batch = "{'sku':'" + sku + "','batchNumber':'";
        shop.stock
                .post("/api/stock/quarantine", batch + "OLD','quantity':3,'action':'HOLD'}")
                .is(201);
        shop.stock
                .post("/api/stock/quarantine", batch + "BAD','quantity':4,'action':'HOLD'}")
                .is(201);
        shop.stock
                .post("/api/stock/quarantine", batch + "OK','quantity':5,'action':'HOLD'}")
                .is(201);
        shop.stock.post("/api/stock/recalls", batch + "BAD'}").is(201);
        shop.clock.pass(Duration.ofDays(1));
        shop.hold(sku, 7);
        shop.order("CONFIRMED", item(sku, 11));
        Answer why = availability(sku);
        assertThat(why.number("/onShelf")).isEqualTo(130);
        assertThat(why.number("/recalled")).isEqualTo(20);
        assertThat(why.number("/expired")).isEqualTo(10);
        assertThat(why.number("/quarantined")).isEqualTo(5);
        assertThat(why.number("/inCarts")).isEqualTo(7);
        assertThat(why.number("/committed")).isEqualTo(11);
        assertThat(why.number("/available")).isEqualTo(77);
        assertThat(why.text("/nextReleaseAt"))
                .isEqualTo(shop.clock.instant().plusSeconds(900).toString());
        assertThat(show(sku).number("/available")).isEqualTo(77);
        Answer brief = shop.stock.get(PRODUCTS + "/" + sku + "/availability").is(200);
        assertThat(brief.number("/available")).isEqualTo(77);
        shop.clock.pass(Duration.ofMinutes(15));
        Answer lapsed = availability(sku);
        assertThat(lapsed.number("/available")).as("no sweep is waited for").isEqualTo(84);
        assertThat(lapsed.at("/nextReleaseAt").isNull()).isTrue();
    }

    @Test
    void batches_are_listed_first_expiry_first_with_their_stage() {
        String sku = shop.product();
        LocalDate today = shop.today();
        for (int days : List.of(91, 8, 90, 1, 31, 7, 30)) {
            shop.receive(sku, "D" + days, today.plusDays(days), days);
        }
        Answer batches = shop.stock.get(PRODUCTS + "/" + sku + "/batches").is(200);
        assertThat(batches.each("/items", "batchNumber")).containsExactly("D1", "D7", "D8", "D30", "D31", "D90", "D91");
        assertThat(batches.each("/items", "expiryStage"))
                .containsExactly("D7", "D7", "D30", "D30", "D90", "D90", "NONE");
        assertThat(batches.each("/items", "status")).containsOnly("AVAILABLE");
        assertThat(batches.each("/items", "quantity")).containsExactly("1", "7", "8", "30", "31", "90", "91");
        assertThat(batches.each("/items", "reservedQuantity")).containsOnly("0");
        assertThat(batches.at("/nextCursor").isNull()).isTrue();
        List<String> walked = new ArrayList<>();
        String cursor = "";
        for (int i = 0; i < 4; i++) {
            Answer page = shop.stock
                    .get(PRODUCTS + "/" + sku + "/batches?limit=2" + cursor)
                    .is(200);
            walked.addAll(page.each("/items", "batchNumber"));
            cursor = "&cursor=" + page.at("/nextCursor").asString();
        }
        assertThat(walked).containsExactly("D1", "D7", "D8", "D30", "D31", "D90", "D91");
        shop.clock.pass(Duration.ofDays(1));
        assertThat(shop.stock.get(PRODUCTS + "/" + sku + "/batches").is(200).text("/items/0/expiryStage"))
                .isEqualTo("EXPIRED");
    }

    @Test
    void today_is_the_pharmacys_date_and_not_the_servers() {
        String sku = shop.product();
        LocalDate lastDay = shop.today().plusDays(1);
        shop.receive(sku, "EDGE", lastDay.plusDays(1), 1);
        // 22:59:59 in UTC is one second before midnight in Lagos
        shop.clock.set(lastDay.atTime(22, 59, 59).toInstant(java.time.ZoneOffset.UTC));
        assertThat(shop.available(sku)).isEqualTo(1);
        shop.clock.pass(Duration.ofSeconds(1));
        assertThat(shop.available(sku))
                .as("expires today in Lagos, tomorrow in UTC")
                .isZero();
        shop.store.post("/api/cart/reserve", Shop.item(sku, 1)).refused(409, "insufficient-stock");
    }
}
