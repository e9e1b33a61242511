/**
 * Workbooks: reads and writes .xlsx files safely, whatever somebody sends.
 *
 * <p>The only user of Apache POI; it must not know what the rows mean.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.workbook;
