package app.mortar.desktop.receiving;

import app.mortar.desktop.Texts;
import app.mortar.desktop.goods.Finder;
import app.mortar.desktop.goods.InTurn;
import app.mortar.desktop.goods.Says;
import app.mortar.desktop.goods.Typed;
import app.mortar.desktop.shell.Scanned;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.shell.Trouble;
import app.mortar.gs1.Scan;
import app.mortar.kernel.Gtin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A delivery while it comes in: what is scanned or typed goes to its lines, the draft stays on this machine. */
public final class ReceivingViewModel {
    private final Session session;
    private final Arrivals arrivals = new Arrivals();
    private final Finder finder = new Finder();
    private final InTurn scans = new InTurn();
    private final StringProperty supplier = new SimpleStringProperty("");
    private final StringProperty document = new SimpleStringProperty("");
    private final ReceiptLines lines;
    private final ObservableList<Finder.Hit> hits = FXCollections.observableArrayList();
    private final ObservableList<String> suppliers = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Says> says = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Scanned> lastScan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Instant> saved = new ReadOnlyObjectWrapper<>();
    private final Posting posting;
    private final NewProduct newProduct;
    private int times = 1;
    private boolean recalling;

    public ReceivingViewModel(Session session) {
        this.session = session;
        this.lines = new ReceiptLines(session, this::trouble);
        this.posting = new Posting(session, this);
        this.newProduct = new NewProduct(session, this);
        supplier.addListener((property, was, is) -> keep());
        document.addListener((property, was, is) -> keep());
        lines.all().addListener((ListChangeListener<ReceiptLine>) change -> keep());
    }

    /** Takes up the draft that was left, and what there is to choose from. */
    public void open() {
        session.work()
                .run(
                        () -> session.memory().recall(Draft.NAME, Draft.class),
                        draft -> draft.filter(kept -> lines.isEmpty()).ifPresent(this::show),
                        failure -> session.trouble(failure));
        session.read(Arrivals::suppliers, suppliers::setAll, trouble -> {});
    }

    private void show(Draft draft) {
        recalling = true;
        supplier.set(draft.supplier());
        document.set(draft.document());
        lines.setAll(draft.lines());
        recalling = false;
    }

    public StringProperty supplier() {
        return supplier;
    }

    /** The supplier's number of the delivery note. */
    public StringProperty document() {
        return document;
    }

    public ReceiptLines lines() {
        return lines;
    }

    /** Products that fit the words that were typed, to choose from. */
    public ObservableList<Finder.Hit> hits() {
        return hits;
    }

    public ObservableList<String> suppliers() {
        return suppliers;
    }

    /** What must be said about the delivery as a whole; null for nothing. */
    public ObjectProperty<@Nullable Says> says() {
        return says;
    }

    public ReadOnlyObjectProperty<@Nullable Scanned> lastScan() {
        return lastScan.getReadOnlyProperty();
    }

    /** When the draft was last kept; null when there is nothing to keep. */
    public ReadOnlyObjectProperty<@Nullable Instant> saved() {
        return saved.getReadOnlyProperty();
    }

    public Posting posting() {
        return posting;
    }

    public NewProduct newProduct() {
        return newProduct;
    }

    /** Something was typed into the scan field: a multiplier, a code, or words to look for. */
    public void typed(String text) {
        Typed typed = Typed.of(text);
        times = typed.times();
        Optional<Gtin> gtin = Finder.gtin(typed.rest());
        if (typed.rest().isEmpty()) {
            says.set(Says.remark(Texts.of("receive.times", times)));
        } else if (gtin.isPresent()) {
            says.set(null);
            add(Pack.plain(gtin.get(), take()));
        } else {
            says.set(null);
            session.read(tx -> finder.find(tx, typed.rest()), found -> found(typed.rest(), found), this::trouble);
        }
    }

    private void found(String words, List<Finder.Hit> found) {
        hits.clear();
        if (found.size() == 1) {
            choose(found.getFirst());
        } else if (found.isEmpty()) {
            times = 1;
            says.set(Says.warning(Texts.of("receive.not-found", words), Texts.of("receive.not-found-why")));
        } else {
            hits.setAll(found);
        }
    }

    /** Takes one of the {@link #hits}: a new line whose batch is still to be typed. */
    public void choose(Finder.Hit hit) {
        hits.clear();
        lines.begin(hit.goods(), take());
    }

    /** Nothing of what was found is meant. */
    public void chooseNone() {
        hits.clear();
        times = 1;
    }

    private int take() {
        int taken = times;
        times = 1;
        return taken;
    }

    /** A pack was scanned. */
    public void scanned(Scanned scan) {
        lastScan.set(scan);
        switch (scan.read()) {
            case Scan.Refused no -> says.set(Says.warning(Texts.of("receive.unreadable"), no.sentence()));
            case Scan.Read read
            when read.gtin() == null ->
                says.set(Says.warning(Texts.of("receive.no-gtin"), Texts.of("receive.no-gtin-why")));
            case Scan.Read read -> {
                says.set(
                        read.warnings().isEmpty()
                                ? null
                                : Says.warning(Texts.of("receive.odd"), String.join(" ", read.warnings())));
                add(Pack.scanned(read, take()));
            }
        }
    }

    private void add(Pack pack) {
        scans.run(through -> session.read(
                tx -> arrivals.find(tx, pack.gtin(), pack.batch()),
                found -> {
                    through.run();
                    arrived(pack, found);
                },
                trouble -> {
                    through.run();
                    trouble(trouble);
                }));
    }

    private void arrived(Pack pack, Arrivals.Found found) {
        String serial = pack.serial();
        if (serial != null && lines.haveSeen(pack.gtin(), serial)) {
            says.set(Says.warning(Texts.of("receive.serial-twice", serial), Texts.of("receive.serial-twice-why")));
        } else {
            lines.add(pack, found);
        }
    }

    /** Throws the whole draft away. */
    public void discard() {
        recalling = true;
        supplier.set("");
        document.set("");
        lines.clear();
        hits.clear();
        says.set(null);
        times = 1;
        lastScan.set(null);
        saved.set(null);
        recalling = false;
        session.memory().forget(Draft.NAME);
    }

    private void keep() {
        if (recalling) {
            return;
        }
        Draft draft = new Draft(supplier.get(), document.get(), lines.all());
        if (draft.isEmpty()) {
            session.memory().forget(Draft.NAME);
            saved.set(null);
        } else {
            session.memory().keep(Draft.NAME, draft);
            saved.set(session.time().now());
        }
    }

    void trouble(Trouble trouble) {
        says.set(Says.stop(Texts.of("receive.trouble"), trouble.sentence()));
    }
}
