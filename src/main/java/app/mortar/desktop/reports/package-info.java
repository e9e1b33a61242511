/**
 * The room Reports: the managers' workbooks, looked at, written and opened.
 *
 * <p>It must not know what is in a report, nor how a workbook is stored.
 */
@NullMarked
package app.mortar.desktop.reports;

import org.jspecify.annotations.NullMarked;
