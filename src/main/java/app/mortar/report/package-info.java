/**
 * Reports and rates for people who run the pharmacy, row by row as workbooks, and the same figures for their monitoring.
 *
 * <p>It only reads; it must not know how a workbook is stored, nor who shows or prints what it found.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.report;
