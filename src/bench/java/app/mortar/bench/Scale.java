package app.mortar.bench;

import java.util.List;

final class Scale {
    private Scale() {}

    static void run(List<String> args) {
        throw new IllegalStateException("scale");
    }
}
