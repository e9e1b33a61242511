package app.mortar.desktop.widget;

import javafx.scene.control.Label;

/** Words in a cell that take as many lines as they need: as high as its preferred width, the column's, makes it. */
final class Sentence extends Label {
    Sentence(String words) {
        super(words);
        setWrapText(true);
        getStyleClass().add("table-sentence");
    }

    /** A cell asks for the height without a width, which would be that of one long line. */
    @Override
    protected double computePrefHeight(double width) {
        return super.computePrefHeight(width < 0 ? getPrefWidth() : width);
    }
}
