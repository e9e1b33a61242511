package app.mortar.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.AtWork;
import app.mortar.desktop.work.Work;
import app.mortar.testing.Db;
import app.mortar.testing.Pharmacy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PaletteModelTest {
    private final List<Runnable> later = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final Pharmacy pharmacy = Pharmacy.open(Db.H2);
    private final PaletteModel model = new PaletteModel(
            AtWork.in(pharmacy, new Work(later::add, Runnable::run)).session,
            List.of(command("Settings"), command("Settings: Scanner doctor"), command("Stock")),
            (tx, words) -> List.of(new Finding("box", "Product", "Product " + words, "", Place.STOCK, words)));

    @AfterEach
    void close() {
        pharmacy.close();
    }

    private PaletteModel.Line command(String name) {
        return new PaletteModel.Line("gear", "Command", name, "", () -> done.add(name));
    }

    private List<String> names() {
        return model.lines().stream().map(PaletteModel.Line::name).toList();
    }

    private void answers() {
        List.copyOf(later).forEach(Runnable::run);
        later.clear();
    }

    @Test
    void commands_are_narrowed_at_once_and_the_database_adds_what_it_finds() {
        model.typed("sett doc");
        assertThat(names()).containsExactly("Settings: Scanner doctor");
        assertThat(model.isAnswered()).isFalse();
        model.look("sett doc");
        assertThat(names()).containsExactly("Settings: Scanner doctor");
        answers();
        assertThat(names()).containsExactly("Product sett doc", "Settings: Scanner doctor");
        assertThat(model.isAnswered()).isTrue();
        model.typed("");
        assertThat(names()).containsExactly("Settings", "Settings: Scanner doctor", "Stock");
        assertThat(model.isAnswered()).isTrue();
    }

    @Test
    void enter_before_the_answer_waits_for_it_and_typing_on_takes_it_back() {
        model.typed("st");
        model.whenAnswered(() -> done.add(names().getFirst()));
        model.look("st");
        model.typed("sto");
        model.look("sto");
        answers();
        assertThat(done).as("somebody typed on").isEmpty();
        model.typed("stock");
        model.look("stock");
        model.whenAnswered(() -> done.add(names().getFirst()));
        assertThat(done).isEmpty();
        answers();
        assertThat(done).containsExactly("Product stock");
    }

    @Test
    void an_answer_to_words_that_changed_meanwhile_is_dropped() {
        model.typed("para");
        model.look("para");
        model.typed("");
        answers();
        assertThat(names()).containsExactly("Settings", "Settings: Scanner doctor", "Stock");
    }
}
