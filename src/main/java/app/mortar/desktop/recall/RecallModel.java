package app.mortar.desktop.recall;

import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.work.Latest;
import app.mortar.desktop.work.Once;
import app.mortar.gs1.Scan;
import app.mortar.recall.RecallDesk;
import app.mortar.recall.RecallSearch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the room Recall shows and does: which batches a list means, and what one act made of them. */
final class RecallModel {
    /** How numbers are told apart in a letter, a table or a mail; a number may have blanks in it. */
    private static final Pattern BETWEEN = Pattern.compile("[\\r\\n\\t,;]+");

    /** An order whose customer has units of a recalled batch. */
    record Served(String order, String sku, String batchNumber, int units) {}

    private record Batch(String sku, String number) {}

    private final RecallDesk desk = new RecallDesk();
    private final Session session;
    private final Latest looking;
    private final Once acting;
    private final StringProperty numbers = new SimpleStringProperty("");
    private final StringProperty note = new SimpleStringProperty("");
    private final ObservableList<RecallSearch.Found> found = FXCollections.observableArrayList();
    private final ObservableList<Served> served = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");

    RecallModel(Session session) {
        this.session = session;
        this.looking = new Latest(session.work());
        this.acting = new Once(session.work());
    }

    /** The numbers that were pasted, typed or scanned, each once. */
    List<String> wanted() {
        return Arrays.stream(BETWEEN.split(numbers.get()))
                .map(number -> number.replace('\u00A0', ' ').strip())
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
    }

    /** A pack was scanned: its batch is added to the list, and looked for. */
    void scanned(Scan.Read code) {
        String number = code.batchNumber();
        if (number == null) {
            said.set(Texts.of("recall.no-number"));
            return;
        }
        Set<String> all = new LinkedHashSet<>(wanted());
        all.add(number);
        numbers.set(String.join("\n", all));
        look();
    }

    /** Looks for the numbers. */
    void look() {
        served.clear();
        search(answer -> said.set(sentence(answer)));
    }

    private void search(Consumer<RecallSearch.Answer> then) {
        List<String> list = wanted();
        looking.run(
                () -> session.transactions().read(session.actor(), tx -> RecallSearch.of(tx, list, null)),
                answer -> {
                    found.setAll(answer.found());
                    then.accept(answer);
                },
                failure -> said.set(session.trouble(failure).sentence()));
    }

    private static String sentence(RecallSearch.Answer answer) {
        if (answer.found().isEmpty() && answer.unknown().isEmpty()) {
            return Texts.of("recall.nothing-typed");
        }
        int here = answer.found().stream().mapToInt(RecallSearch.Found::onShelf).sum();
        String sentence = Texts.of("recall.found", answer.found().size(), here);
        return answer.unknown().isEmpty()
                ? sentence
                : sentence + " " + Texts.of("recall.unknown", String.join(", ", answer.unknown()));
    }

    /** Takes these batches out of sale, each at once; whatever was promised of them moves or is broken. */
    void recall(List<RecallSearch.Found> chosen) {
        List<Batch> batches = chosen.stream()
                .map(batch -> new Batch(batch.sku(), batch.batchNumber()))
                .distinct()
                .toList();
        if (batches.isEmpty()) {
            return;
        }
        String words = note.get().strip();
        acting.run(
                () -> batches.stream()
                        .map(batch -> session.transactions()
                                .write(
                                        session.actor(),
                                        tx -> desk.recall(
                                                tx, batch.sku(), batch.number(), words.isEmpty() ? null : words)))
                        .toList(),
                this::recalled,
                failure -> {
                    String why = session.trouble(failure).sentence();
                    // some may be recalled already: what is shown says which
                    search(answer -> said.set(why));
                });
    }

    private void recalled(List<RecallDesk.Outcome> outcomes) {
        int batches = 0;
        int units = 0;
        int moved = 0;
        List<Served> orders = new ArrayList<>();
        for (RecallDesk.Outcome outcome : outcomes) {
            if (outcome instanceof RecallDesk.Outcome.Recalled done) {
                batches++;
                units += done.onShelf();
                moved += done.affected().size();
                done.served()
                        .forEach(order -> orders.add(
                                new Served(order.externalRef(), done.sku(), done.batchNumber(), order.quantity())));
            }
        }
        String sentence = Texts.of("recall.done", batches, units, moved, orders.size());
        search(answer -> {
            served.setAll(orders);
            said.set(sentence);
        });
        session.front().changed();
    }

    StringProperty numbers() {
        return numbers;
    }

    StringProperty note() {
        return note;
    }

    ObservableList<RecallSearch.Found> found() {
        return found;
    }

    /** Whom to call: orders that were served from what has just been recalled. */
    ObservableList<Served> served() {
        return served;
    }

    /** What came of the last act, as a sentence. */
    ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty acting() {
        return acting.running();
    }
}
