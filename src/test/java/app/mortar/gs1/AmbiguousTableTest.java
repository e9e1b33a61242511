package app.mortar.gs1;

import static app.mortar.gs1.Case.reads;
import static app.mortar.gs1.Case.refuses;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lost separators, keyboards that lie, numbers that may be anything: never a wrong batch silently. */
class AmbiguousTableTest {
    static Stream<Case> lostSeparators() {
        return Stream.of(
                reads(
                        "batch and serial grown together are pointed out",
                        "]d2010952012345678817271231101A2B21SER7",
                        "09520123456788 | 1A2B21SER7 | 2027-12-31 | - | -",
                        "1A2B followed by (21)SER7"),
                reads(
                        "without symbology identifier, too",
                        "010952012345678817271231101A2B21SER7",
                        "09520123456788 | 1A2B21SER7 | 2027-12-31 | - | -",
                        "1A2B followed by (21)SER7"),
                reads(
                        "a serial that swallowed date and batch is pointed out",
                        "]d2010952012345678821SER717271231101A2B",
                        "09520123456788 | - | - | SER717271231101A2B | -",
                        "SER7 followed by (17)271231(10)1A2B"),
                reads(
                        "a batch that swallowed the expiry is pointed out",
                        "]d20109520123456788101A2B17271231",
                        "09520123456788 | 1A2B17271231 | - | - | -",
                        "1A2B followed by (17)271231"),
                reads(
                        "a batch that swallowed the GTIN is pointed out",
                        "]d2101AB0109520123456788",
                        "- | 1AB0109520123456788 | - | - | -",
                        "1AB followed by (01)09520123456788"),
                reads(
                        "a batch that swallowed a quantity is pointed out",
                        "]d2010952012345678817271231101A2B30100",
                        "09520123456788 | 1A2B30100 | 2027-12-31 | - | -",
                        "1A2B followed by (30)100"),
                reads(
                        "a quantity that swallowed a serial is pointed out",
                        "]d201095201234567883010021123",
                        "09520123456788 | - | - | - | 10021123",
                        "100 followed by (21)123"),
                reads(
                        "one of two separators lost is pointed out",
                        "]d20109520123456788101A2B21SER7{GS}240X1",
                        "09520123456788 | 1A2B21SER7 | - | - | -",
                        "1A2B followed by (21)SER7"),
                reads(
                        "with all that a pack says and separators, nothing is suspected",
                        "]d20109520123456788172712311021B10{GS}2110SER21",
                        "09520123456788 | 21B10 | 2027-12-31 | 10SER21 | -"),
                reads(
                        "a date that cannot be is not suspected",
                        "]d2010952012345678810AB17991399",
                        "09520123456788 | AB17991399 | - | - | -"),
                reads(
                        "brackets leave no doubt",
                        "(01)09520123456788(10)1A2B21SER7",
                        "09520123456788 | 1A2B21SER7 | - | - | -"),
                reads(
                        "a Digital Link leaves no doubt",
                        "https://a.example/01/09520123456788/10/1A2B21SER7",
                        "09520123456788 | 1A2B21SER7 | - | - | -"));
    }

    static Stream<Case> keyboards() {
        return Stream.of(
                reads(
                        "Caps Lock swaps the case of everything",
                        "]D2010952012345678817271231101a2b",
                        "09520123456788 | 1a2b | 2027-12-31 | - | -",
                        "Caps Lock"),
                reads(
                        "]c1 is ]C1 with Caps Lock",
                        "]c10109520123456788101a2b",
                        "09520123456788 | 1a2b | - | - | -",
                        "Caps Lock"),
                reads(
                        "]q3 is ]Q3 with Caps Lock",
                        "]q30109520123456788",
                        "09520123456788 | - | - | - | -",
                        "Caps Lock"),
                refuses(
                        "]E0 in front of elements is refused and names Caps Lock",
                        "]E00109520123456788101a2b",
                        "Caps Lock"),
                refuses(
                        "a German keyboard turns ] into + and may swap y and z",
                        "+d20109520123456788101A2Z",
                        "y and z"),
                refuses(
                        "a French keyboard turns digits into accents",
                        "\u00e0&\u00e0\u00e7(\u00e9\u00e0&\u00e9\"'(-\u00e8__",
                        "French keyboard"),
                refuses(
                        "so it does behind its identifier",
                        "$d\u00e9\u00e0&\u00e0\u00e7(\u00e9\u00e0&\u00e9\"'(-\u00e8__&\u00e8",
                        "French keyboard"),
                refuses(
                        "a Czech keyboard does it differently",
                        "\u00e9+\u00e9\u00ed\u0159\u011b\u00e9+\u011b\u0161\u010d\u0159\u017e\u00fd\u00e1\u00e1",
                        "Czech keyboard"),
                refuses("a held Shift key turns digits into signs", ")!)(%@)!@#$%^&**", "held Shift key"),
                refuses(
                        "full-width digits are refused in words",
                        "\uff10\uff11\uff10\uff19\uff15",
                        "FULLWIDTH DIGIT ZERO"),
                refuses("Arabic digits are refused in words", "]d201\u0660\u0669\u0665", "ARABIC-INDIC DIGIT ZERO"),
                refuses("full-width digits in a batch are refused", "(01)09520123456788(10)\uff11\uff12", "FULLWIDTH"),
                refuses("two scans in one burst are refused", "0109520123456788\r\n0109520123456788", "Two scans"),
                refuses(
                        "another standard's envelope is refused by name",
                        "[)>\u001e06\u001d9N110375286414\u001d1T12345\u001e\u0004",
                        "15434"));
    }

    static Stream<Case> internalNumbers() {
        return Stream.of(
                refuses("an empty scan is nothing", "", "Nothing was scanned"),
                refuses("blanks are nothing", " \r\n", "Nothing was scanned"),
                refuses("a word is no code", "PARACETAMOL", "does not begin with an application identifier"),
                refuses("a shelf label is no code", "A-12-3", "does not begin with an application identifier"),
                refuses("a short number is no code", "12345", "neither a GTIN"),
                refuses("an unknown identifier alone is no code", "42", "neither a GTIN"),
                refuses("digits that make no date are no code", "1234567890", "neither a GTIN"),
                reads(
                        "what may be an internal number is read with a warning",
                        "3012",
                        "- | - | - | - | 12",
                        "internal number"),
                reads("so is what may be a batch", "10ABC", "- | ABC | - | - | -", "internal number"),
                reads("a leading separator proves a GS1 code", "{GS}10ABC", "- | ABC | - | - | -"),
                reads("and so does the byte itself", "\u001d10ABC", "- | ABC | - | - | -"),
                reads("a date makes it likely enough", "17271231101A2B", "- | 1A2B | 2027-12-31 | - | -"),
                reads(
                        "a symbol that claims nothing is read if its GTIN checks",
                        "]d101095201234567881727123110XY",
                        "09520123456788 | XY | 2027-12-31 | - | -",
                        "does not say that it carries a GS1 code"),
                refuses("and refused if nothing checks", "]C010ABC", "does not say that it carries a GS1 code"),
                refuses("Code 39 carries no GS1 code", "]A0-1234567", "carries no GS1 code"),
                refuses("half an identifier is none", "]d", "ends within its symbology identifier"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void lostSeparators(Case row) {
        row.check();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void keyboards(Case row) {
        row.check();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void internalNumbers(Case row) {
        row.check();
    }
}
