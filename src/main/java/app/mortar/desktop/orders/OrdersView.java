package app.mortar.desktop.orders;

import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Room;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Column;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.Page;
import app.mortar.desktop.widget.PagedTable;
import app.mortar.desktop.widget.SearchField;
import app.mortar.desktop.widget.Segments;
import app.mortar.desktop.widget.Status;
import app.mortar.fulfilment.Channel;
import app.mortar.fulfilment.OrderBoard;
import app.mortar.fulfilment.OrderDesk;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.workbook.Cover;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** The orders of all channels: a list with its filters, and the one that is looked at beside it. */
public final class OrdersView implements Room {
    private static final List<Channel> CHANNELS = List.of(Channel.values());
    private static final Set<OrderStatus> EVERY = Set.of();
    private static final Set<OrderStatus> OPEN = EnumSet.range(OrderStatus.PENDING, OrderStatus.PACKED);
    private static final Set<OrderStatus> TO_PICK = EnumSet.of(OrderStatus.CONFIRMED, OrderStatus.PICKING);
    private static final Set<OrderStatus> GONE = EnumSet.of(OrderStatus.DISPATCHED, OrderStatus.DELIVERED);
    private static final Set<OrderStatus> ENDED = EnumSet.of(OrderStatus.CANCELLED, OrderStatus.RETURNED);

    private final OrdersViewModel model;
    private final Session session;
    private final PagedTable<OrderBoard.Row> table;
    private final SearchField words = new SearchField("orders-search", Texts.of("orders.search"));
    private final Segments<Set<OrderStatus>> statuses = new Segments<Set<OrderStatus>>("orders-status", EVERY)
            .add(EVERY, Texts.of("orders.all"))
            .add(OPEN, Texts.of("orders.open"))
            .add(TO_PICK, Texts.of("orders.to-pick"))
            .add(GONE, Texts.of("orders.gone"))
            .add(ENDED, Texts.of("orders.ended"));
    private final ComboBox<String> channels = new ComboBox<>();
    private final OrderPanel panel;
    private final Page page;
    private boolean begun;

    public OrdersView(Session session, OrderDesk desk) {
        this.session = session;
        model = new OrdersViewModel(session, desk);
        panel = new OrderPanel(model, session);
        table = table();
        table.chosen().addListener((property, old, now) -> {
            if (now != null) {
                model.look(now.id());
            }
        });
        words.setPrefWidth(220);
        words.setMinWidth(120);
        channels.setId("orders-channel");
        channels.setAccessibleText(Texts.of("orders.all-channels"));
        channels.getItems().add(Texts.of("orders.all-channels"));
        for (Channel channel : CHANNELS) {
            channels.getItems().add(channel(channel));
        }
        channels.getSelectionModel().select(0);
        channels.getSelectionModel()
                .selectedIndexProperty()
                .addListener((property, old, now) ->
                        narrow(words.words().get(), model.filter().get().statuses(), chosen(now.intValue())));
        words.words()
                .addListener((property, old, now) -> narrow(
                        now,
                        model.filter().get().statuses(),
                        model.filter().get().channel()));
        statuses.value()
                .addListener((property, old, now) ->
                        narrow(words.words().get(), now, model.filter().get().channel()));
        HBox filters = new HBox(8, words, channels, statuses);
        HBox.setHgrow(words, Priority.ALWAYS);
        for (OrderStatus step : EnumSet.complementOf(EnumSet.of(OrderStatus.PENDING))) {
            table.acts(panel.inMenu(step));
        }
        Card card = Card.table(Texts.of("place.orders"), table)
                .with(session.export(table, Texts.of("place.orders"), this::narrowed))
                .under(filters);
        card.note().textProperty().bind(table.total().map(total -> Texts.of("orders.note", total)));
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setMinWidth(0);
        page = Page.of(new HBox(16, card, panel.node()));
        model.filter().addListener((property, old, now) -> show(now));
    }

    private void show(OrderBoard.Filter now) {
        channels.getSelectionModel().select(now.channel() == null ? 0 : CHANNELS.indexOf(now.channel()) + 1);
        statuses.value().set(now.statuses());
        table.reload();
    }

    private static @Nullable Channel chosen(int index) {
        return index <= 0 ? null : CHANNELS.get(index - 1);
    }

    private void narrow(String typed, Set<OrderStatus> some, @Nullable Channel channel) {
        model.filter().set(new OrderBoard.Filter(typed, some, channel));
    }

    /** What the list is narrowed to, in words. */
    private List<Cover.Fact> narrowed() {
        OrderBoard.Filter now = model.filter().get();
        List<Cover.Fact> facts = new ArrayList<>();
        String typed = now.words();
        if (typed != null && !typed.isBlank()) {
            facts.add(Cover.Fact.text(Texts.of("table.by-words"), typed));
        }
        if (!now.statuses().isEmpty()) {
            facts.add(Cover.Fact.text(
                    Texts.of("orders.status"),
                    now.statuses().stream().sorted().map(OrdersViewModel::word).collect(Collectors.joining(", "))));
        }
        Channel channel = now.channel();
        if (channel != null) {
            facts.add(Cover.Fact.text(Texts.of("orders.channel"), channel(channel)));
        }
        return facts;
    }

    private PagedTable<OrderBoard.Row> table() {
        Formats formats = session.formats();
        return session.<OrderBoard.Row>table("orders-table", model::list)
                .columns(
                        Column.<OrderBoard.Row>node(
                                        "orders-status",
                                        Texts.of("orders.status"),
                                        112,
                                        row -> OrdersViewModel.word(row.status()),
                                        row -> Status.order(row.status().name()))
                                .sorts(),
                        Column.<OrderBoard.Row>text(
                                        "orders-reference",
                                        Texts.of("orders.reference"),
                                        150,
                                        OrderBoard.Row::externalRef)
                                .grows()
                                .sorts(),
                        Column.<OrderBoard.Row>text(
                                        "orders-channel", Texts.of("orders.channel"), 88, row -> channel(row.channel()))
                                .sorts(),
                        Column.<OrderBoard.Row>whole(
                                        "orders-lines", Texts.of("orders.lines"), 54, formats, OrderBoard.Row::lines)
                                .summed(),
                        Column.<OrderBoard.Row>whole(
                                        "orders-units", Texts.of("orders.packs"), 56, formats, OrderBoard.Row::units)
                                .summed(),
                        Column.<OrderBoard.Row>moment(
                                        "orders-promised",
                                        Texts.of("orders.promised"),
                                        104,
                                        formats,
                                        OrderBoard.Row::promisedAt)
                                .styled("right")
                                .sorts(),
                        Column.<OrderBoard.Row>moment(
                                        "orders-created",
                                        Texts.of("orders.created"),
                                        104,
                                        formats,
                                        OrderBoard.Row::createdAt)
                                .styled("right")
                                .sorts(),
                        Column.<OrderBoard.Row>node(
                                        "orders-stock",
                                        Texts.of("orders.stock"),
                                        128,
                                        row -> moment(row.stockUpdatedAt()),
                                        row -> row.stockUpdatedAt() == null ? null : Status.stockUpdated())
                                .moments(formats, OrderBoard.Row::stockUpdatedAt))
                .keyed(OrderBoard.Row::id)
                .opens(row -> panel.focus())
                .reading(Texts.of("orders.reading"))
                .whenEmpty(stated ->
                        stated.empty("journal-text", Texts.of("orders.none"), Texts.of("orders.none.second"), null));
    }

    private String moment(@Nullable Instant at) {
        return at == null ? Formats.NONE : session.formats().dayTime(at);
    }

    static String channel(Channel channel) {
        return Texts.of("channel." + channel.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void opened(@Nullable Object about) {
        switch (about) {
            case Long order -> model.look(order);
            case Set<?> some ->
                show(some.stream()
                        .filter(OrderStatus.class::isInstance)
                        .map(OrderStatus.class::cast)
                        .collect(Collectors.toUnmodifiableSet()));
            case null, default -> {}
        }
        if (begun) {
            refresh();
        } else if (about instanceof Set<?>) {
            table.reload();
        } else {
            model.resume(table::reload);
        }
        begun = true;
    }

    private void show(Set<OrderStatus> some) {
        statuses.value().set(TO_PICK.equals(some) ? TO_PICK : GONE.equals(some) ? GONE : EVERY);
    }

    @Override
    public void refresh() {
        table.refresh();
        model.refresh();
    }

    @Override
    public void filter() {
        words.focus();
    }

    @Override
    public void post() {
        panel.next();
    }
}
