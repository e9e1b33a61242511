package app.mortar.desktop;

import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;

/** A scanner that types: the keys of a code at once, the separator as Ctrl+], Enter at the end. */
public final class Wedge {
    private Wedge() {}

    /** Scans; write the separator as {@code {GS}}. Only digits, letters and {@code ]} can be typed. */
    public static void scan(String code) {
        Toolkit.run(() -> {
            Robot robot = new Robot();
            String text = code.replace("{GS}", "\u001D");
            for (char c : text.toCharArray()) {
                type(robot, c);
            }
            robot.keyType(KeyCode.ENTER);
        });
    }

    private static void type(Robot robot, char c) {
        if (c == 0x1D) {
            with(robot, KeyCode.CONTROL, KeyCode.CLOSE_BRACKET);
        } else if (c == ']') {
            robot.keyType(KeyCode.CLOSE_BRACKET);
        } else if (Character.isUpperCase(c)) {
            with(robot, KeyCode.SHIFT, KeyCode.getKeyCode(String.valueOf(c)));
        } else {
            robot.keyType(KeyCode.getKeyCode(String.valueOf(c).toUpperCase(Locale.ROOT)));
        }
    }

    private static void with(Robot robot, KeyCode modifier, KeyCode key) {
        robot.keyPress(modifier);
        robot.keyType(key);
        robot.keyRelease(modifier);
    }
}
