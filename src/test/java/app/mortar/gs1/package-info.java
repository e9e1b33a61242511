/** What a barcode may say and what it must not get away with. */
@org.jspecify.annotations.NullMarked
package app.mortar.gs1;
