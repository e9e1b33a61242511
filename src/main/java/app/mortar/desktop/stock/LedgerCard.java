package app.mortar.desktop.stock;

import app.mortar.desktop.Reasons;
import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Place;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Column;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.PagedTable;
import app.mortar.fulfilment.ProductLedger;
import app.mortar.fulfilment.ProductLedger.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import org.jspecify.annotations.Nullable;

/** The ledger of a product, the latest first, with the balance after each movement. Enter opens the order. */
final class LedgerCard {
    private static final List<Kind> KINDS = List.of(Kind.values());

    private final PagedTable<ProductLedger.Row> table;
    private final ComboBox<String> kinds = new ComboBox<>();
    private final Card card;

    LedgerCard(ProductViewModel model, Session session) {
        Formats formats = session.formats();
        table = session.<ProductLedger.Row>table("product-ledger", model::movements)
                .columns(
                        Column.<ProductLedger.Row>moment(
                                        "ledger-at", Texts.of("ledger.when"), 98, formats, ProductLedger.Row::at)
                                .styled("muted"),
                        Column.<ProductLedger.Row>text(
                                "ledger-kind", Texts.of("ledger.what"), 92, row -> word(row.kind())),
                        Column.<ProductLedger.Row>text("ledger-why", Texts.of("ledger.why"), 120, LedgerCard::why)
                                .grows(),
                        Column.<ProductLedger.Row>code(
                                "ledger-batch", Texts.of("stock.batch"), 72, ProductLedger.Row::batchNumber),
                        Column.<ProductLedger.Row>text("ledger-by", Texts.of("ledger.by"), 90, ProductLedger.Row::by),
                        Column.<ProductLedger.Row>number(
                                        "ledger-units",
                                        Texts.of("ledger.packs"),
                                        54,
                                        row -> formats.signed(row.quantity()))
                                .wholly(ProductLedger.Row::quantity)
                                .summed()
                                .styled("strong")
                                .styledBy(row ->
                                        row.quantity() > 0 ? "good" : row.kind() == Kind.WRITTEN_OFF ? "bad" : null),
                        Column.<ProductLedger.Row>number(
                                        "ledger-balance",
                                        Texts.of("ledger.balance"),
                                        66,
                                        row -> formats.number(row.balance()))
                                .wholly(row -> Math.toIntExact(row.balance())))
                .keyed(ProductLedger.Row::seq)
                .opens(row -> {
                    if (row.order() != null) {
                        session.front().go(Place.ORDERS, row.order());
                    }
                })
                .reading(Texts.of("ledger.reading"));
        kinds.setId("ledger-filter");
        kinds.setAccessibleText(Texts.of("ledger.all"));
        kinds.getItems().add(Texts.of("ledger.all"));
        for (Kind kind : KINDS) {
            kinds.getItems().add(word(kind));
        }
        kinds.getSelectionModel().select(0);
        kinds.getSelectionModel().selectedIndexProperty().addListener((property, old, now) -> model.kind()
                .set(now.intValue() <= 0 ? null : KINDS.get(now.intValue() - 1)));
        model.kind().addListener((property, old, now) -> {
            kinds.getSelectionModel().select(now == null ? 0 : KINDS.indexOf(now) + 1);
            table.reload();
        });
        card = Card.table(Texts.of("ledger"), table)
                .with(
                        kinds,
                        session.export(table, Texts.of("ledger"), model::named).brief());
    }

    Card card() {
        return card;
    }

    void show(ProductViewModel.Sight now) {
        card.note().setText(Texts.of("ledger.note", now.onHand().movements()));
    }

    void reload() {
        table.reload();
    }

    void refresh() {
        table.refresh();
    }

    private static String word(Kind kind) {
        return Texts.of("ledger.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    private static String why(ProductLedger.Row row) {
        return Stream.of(row.reference(), reason(row.reason()), row.note())
                .filter(Objects::nonNull)
                .filter(part -> !isMadeUp(part))
                .collect(Collectors.joining(", "));
    }

    /** A note's own number that nobody has given it. */
    private static boolean isMadeUp(String reference) {
        return reference.matches("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22,}");
    }

    private static @Nullable String reason(@Nullable String word) {
        return word == null ? null : Reasons.text(word);
    }
}
