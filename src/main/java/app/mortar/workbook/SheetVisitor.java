package app.mortar.workbook;

/** Takes a workbook in as it is read, sheet by sheet and row by row; nothing is kept by the reader. */
public interface SheetVisitor {
    /** What to do next. */
    enum Next {
        GO_ON,
        SKIP_THIS_SHEET
    }

    /** A sheet begins. Hidden sheets are offered too. */
    Next sheet(String name, boolean hidden);

    /** The next row that is not blank. */
    Next row(Row row);

    /** A range of merged cells, told after the sheet's last row. */
    void merged(Address topLeft, Address bottomRight);
}
