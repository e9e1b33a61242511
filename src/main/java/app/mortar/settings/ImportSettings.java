package app.mortar.settings;

/**
 * How large a workbook may be that is read.
 *
 * @param maxRows of one sheet, without its heading row
 * @param maxBytes of the file
 */
public record ImportSettings(int maxRows, long maxBytes) {}
