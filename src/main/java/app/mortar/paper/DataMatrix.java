package app.mortar.paper;

import app.mortar.gs1.Element;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.graphics.Rectangle;

/** A GS1 DataMatrix: a square of light and dark modules, without the quiet zone of one module that belongs around it. */
public final class DataMatrix {
    private final int size;
    private final BitSet dark;

    private DataMatrix(int size, BitSet dark) {
        this.size = size;
        this.dark = dark;
    }

    /** The smallest square that says these elements. */
    static DataMatrix of(List<Element> elements) {
        uk.org.okapibarcode.backend.DataMatrix symbol = new uk.org.okapibarcode.backend.DataMatrix();
        symbol.setDataType(Symbol.DataType.GS1);
        symbol.setForceMode(uk.org.okapibarcode.backend.DataMatrix.ForceMode.SQUARE);
        symbol.setModuleWidth(1);
        symbol.setQuietZoneHorizontal(0);
        symbol.setQuietZoneVertical(0);
        symbol.setContent(elements.stream()
                .map(element -> "[" + element.ai().code() + "]" + element.value())
                .collect(Collectors.joining()));
        int size = symbol.getWidth();
        BitSet dark = new BitSet(size * size);
        for (Rectangle bar : symbol.getRectangles()) {
            for (int y = (int) bar.y; y < bar.y + bar.height; y++) {
                dark.set(y * size + (int) bar.x, y * size + (int) (bar.x + bar.width));
            }
        }
        return new DataMatrix(size, dark);
    }

    /** Modules of a side. */
    public int size() {
        return size;
    }

    /** Is the module dark? Both from 0, from the top left. */
    public boolean isDark(int column, int row) {
        return dark.get(row * size + column);
    }
}
