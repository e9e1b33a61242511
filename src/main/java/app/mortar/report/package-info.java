/**
 * The managers' reports: what each one reads from the books, row by row, and how it becomes a workbook.
 *
 * <p>It must not know how a workbook is stored, nor who shows or prints the report.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.report;
