package app.mortar.desktop.receiving;

import app.mortar.desktop.Texts;
import app.mortar.desktop.goods.Goods;
import app.mortar.desktop.goods.Says;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Toast;
import app.mortar.desktop.work.Once;
import app.mortar.stock.GoodsIn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Books a delivery, once: not while it is being booked, and never again under its number. */
public final class Posting {
    private final Session session;
    private final ReceivingViewModel delivery;
    private final GoodsIn desk = new GoodsIn();
    private final Once once;
    private final ReadOnlyObjectWrapper<@Nullable GoodsNote> booked = new ReadOnlyObjectWrapper<>();

    Posting(Session session, ReceivingViewModel delivery) {
        this.session = session;
        this.delivery = delivery;
        this.once = new Once(session.work());
    }

    public ReadOnlyBooleanProperty running() {
        return once.running();
    }

    /** The note of the delivery that was booked last; null before there was one. */
    public ReadOnlyObjectProperty<@Nullable GoodsNote> booked() {
        return booked.getReadOnlyProperty();
    }

    /** Lines with an open question, counted from 1. */
    public List<Integer> open() {
        List<Integer> open = new ArrayList<>();
        List<ReceiptLine> lines = delivery.lines().all();
        for (int i = 0; i < lines.size(); i++) {
            if (delivery.lines().question(lines.get(i)) != null) {
                open.add(i + 1);
            }
        }
        return open;
    }

    /** Why it cannot be booked yet, as a sentence; empty when it can. */
    public String reason() {
        List<Integer> open = open();
        if (delivery.lines().isEmpty()) {
            return Texts.of("receive.nothing-yet");
        }
        if (!open.isEmpty()) {
            String numbers = open.stream().map(String::valueOf).collect(Collectors.joining(", "));
            return open.size() == 1
                    ? Texts.of("receive.one-open", numbers)
                    : Texts.of("receive.some-open", open.size(), numbers);
        }
        return delivery.document().get().isBlank() ? Texts.of("receive.no-document") : "";
    }

    /** Books it if nothing is open. A number that was booked with these lines before counts as booked. */
    public void post() {
        if (!reason().isEmpty()) {
            return;
        }
        GoodsIn.Receipt receipt = receipt();
        long packs = delivery.lines().packs();
        List<ReceiptLine> lines = List.copyOf(delivery.lines().all());
        once.run(
                () -> session.transactions().write(session.actor(), tx -> desk.receiveByHand(tx, receipt)),
                outcome -> {
                    said(outcome, lines, packs);
                    session.front().changed();
                },
                failure -> delivery.trouble(session.trouble(failure)));
    }

    private GoodsIn.Receipt receipt() {
        String supplier = delivery.supplier().get().strip();
        return new GoodsIn.Receipt(
                delivery.document().get().strip(),
                supplier.isEmpty() ? null : supplier,
                delivery.lines().all().stream().map(Posting::line).toList());
    }

    private static GoodsIn.Line line(ReceiptLine line) {
        Goods goods = Objects.requireNonNull(line.goods());
        return new GoodsIn.Line(
                goods.sku(),
                line.batch(),
                goods.expires() ? line.expiry() : null,
                line.units(),
                line.cost(),
                line.secondBatch(),
                line.reason().isBlank() ? null : line.reason());
    }

    private void said(GoodsIn.Outcome outcome, List<ReceiptLine> lines, long packs) {
        switch (outcome) {
            case GoodsIn.Outcome.Booked booked -> booked(booked.receipt(), booked.at(), lines, packs, "receive.booked");
            case GoodsIn.Outcome.BookedBefore before ->
                booked(before.receipt(), before.at(), lines, packs, "receive.booked-before");
            case GoodsIn.Outcome.ReferenceTaken taken ->
                delivery.says()
                        .set(Says.stop(
                                Texts.of(
                                        "receive.taken",
                                        delivery.document().get().strip()),
                                Texts.of("receive.taken-why")));
            case GoodsIn.Outcome.UnknownProducts gone ->
                delivery.says()
                        .set(Says.stop(
                                Texts.of("receive.gone", String.join(", ", gone.skus())),
                                Texts.of("receive.gone-why")));
            case GoodsIn.Outcome.LineRefused no ->
                delivery.says().set(Says.stop(Texts.of("receive.refused", no.line()), no.message()));
        }
    }

    private void booked(GoodsIn.Receipt receipt, Instant at, List<ReceiptLine> lines, long packs, String text) {
        booked.set(new GoodsNote(
                receipt.reference(),
                Objects.requireNonNullElse(receipt.supplier(), ""),
                at,
                session.actor().name(),
                lines));
        session.front()
                .toast(Toast.done(
                        Texts.of(
                                text,
                                receipt.reference(),
                                packs,
                                receipt.lines().size()),
                        Texts.of("receive.stock-updated", session.formats().time(at))));
        delivery.discard();
    }
}
