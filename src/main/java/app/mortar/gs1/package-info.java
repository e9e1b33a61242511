/**
 * Reads and writes what is on a pack's barcode: GS1 element strings, Digital Links, plain EAN, UPC and ITF-14 numbers.
 *
 * <p>It must not know products, screens or databases: a text and today's date go in, an answer comes out. Source of all
 * rules: GS1 General Specifications (sections 3, 5.10, 7.2, 7.9, 7.11, 7.12) and GS1 Digital Link URI Syntax.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.gs1;
