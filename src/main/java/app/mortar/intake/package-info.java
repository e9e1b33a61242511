/**
 * Excel in: turns the rows of a products or stock workbook into records, or into faults that say how to mend them.
 *
 * <p>It must not know how a workbook is stored; that belongs to the workbook reader.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.intake;
