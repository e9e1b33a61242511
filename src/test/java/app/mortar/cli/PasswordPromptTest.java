package app.mortar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class PasswordPromptTest {
    private final List<String> prompts = new ArrayList<>();

    private PasswordPrompt terminal(String... lines) {
        Deque<String> typed = new ArrayDeque<>(List.of(lines));
        InputStream piped = new ByteArrayInputStream("not this one\n".getBytes(StandardCharsets.UTF_8));
        return new PasswordPrompt(piped, StandardCharsets.UTF_8, prompt -> {
            prompts.add(prompt);
            return typed.isEmpty() ? null : typed.remove().toCharArray();
        });
    }

    private static String piped(String text) {
        return PasswordPrompt.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .ask("Ada");
    }

    @Test
    void on_a_terminal_it_is_asked_for_twice_and_must_be_the_same() {
        assertThat(terminal("three foxes", "three foxes").ask("Ada")).isEqualTo("three foxes");
        assertThat(prompts).containsExactly("Password for Ada", "The same again");
        assertThatThrownBy(() -> terminal("three foxes", "three boxes").ask("Ada"))
                .isInstanceOf(Refused.class)
                .hasMessage("The two passwords differ.");
        assertThatThrownBy(() -> terminal("three foxes").ask("Ada")).isInstanceOf(Refused.class);
    }

    @Test
    void elsewhere_it_is_the_first_line_and_nothing_else() {
        assertThat(piped("three foxes\nfour\n")).isEqualTo("three foxes");
        assertThat(piped("three foxes\r\n")).isEqualTo("three foxes");
        assertThat(piped("ẹ̀wà àgánrán")).isEqualTo("ẹ̀wà àgánrán");
        assertThat(piped("\n")).isEmpty();
        assertThatThrownBy(() -> piped("")).isInstanceOf(Refused.class).hasMessageContaining("first line");
    }
}
