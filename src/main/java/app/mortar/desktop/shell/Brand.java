package app.mortar.desktop.shell;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.SVGPath;

/** Mortar's mark: a mortar with its pestle. */
public final class Brand {
    private static final String MARK =
            "M2 10.5h20c0 4.6-2.4 7.9-5.6 9.4v.9c0 .7.6 1.2 1.3 1.2v1.5H6.3V22c.7 0 1.3-.5 1.3-1.2v-.9"
                    + "C4.4 18.4 2 15.1 2 10.5z M12.8 8.7l5.6-7.5c.5-.7 1.4-.8 2.1-.3s.8 1.4 .3 2.1l-4.3 5.7z";

    private Brand() {}

    /** The mark, that many pixels wide. */
    public static Node mark(double size) {
        SVGPath path = new SVGPath();
        path.setContent(MARK);
        path.getStyleClass().add("brand-mark");
        path.setScaleX(size / 24);
        path.setScaleY(size / 24);
        return new Group(path);
    }
}
