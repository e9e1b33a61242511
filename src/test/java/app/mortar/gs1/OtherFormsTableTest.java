package app.mortar.gs1;

import static app.mortar.gs1.Case.reads;
import static app.mortar.gs1.Case.refuses;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plain numbers, bracketed text and Digital Links. */
class OtherFormsTableTest {
    private static final String GTIN_ONLY = "09520123456788 | - | - | - | -";
    private static final String WHOLE = "09520123456788 | 1A2B | 2027-12-31 | SER7 | -";

    static Stream<Case> plainNumbers() {
        return Stream.of(
                reads("EAN-13 named by the scanner", "]E09520123456788", GTIN_ONLY),
                reads("EAN-13 alone", "9520123456788", GTIN_ONLY),
                reads("EAN-13 typed with the blanks of its print", "9 520123 456788", GTIN_ONLY),
                reads("EAN-13 from a wedge scanner", "9520123456788\r\n", GTIN_ONLY),
                reads("EAN-8 named by the scanner", "]E496385074", "00000096385074 | - | - | - | -"),
                reads("EAN-8 alone", "96385074", "00000096385074 | - | - | - | -"),
                reads("UPC-A alone", "036000291452", "00036000291452 | - | - | - | -"),
                reads("UPC-A named EAN-13", "]E00036000291452", "00036000291452 | - | - | - | -"),
                reads("UPC-A of twelve digits named EAN-13", "]E0036000291452", "00036000291452 | - | - | - | -"),
                reads("UPC-E is written out", "04252614", "00042100005264 | - | - | - | -", "UPC-E"),
                refuses("a number that is right as EAN-8 and as UPC-E", "02345659", "023456000059"),
                reads("ITF-14 named by the scanner", "]I119520123456785", "19520123456785 | - | - | - | -"),
                reads("ITF-14 alone", "19520123456785", "19520123456785 | - | - | - | -"),
                reads("a number in a DataMatrix that claims nothing", "]d19520123456788", GTIN_ONLY),
                reads("a number in a plain Code 128", "]C09520123456788", GTIN_ONLY),
                refuses("a wrong digit in EAN-13", "9520123456789", "last digit should be 8"),
                refuses("two swapped digits in EAN-13", "9520123465788", "last digit should be"),
                refuses("a wrong digit in EAN-13 named by the scanner", "]E09520123456789", "last digit should be 8"),
                refuses("a wrong digit in EAN-8", "96385075", "last digit should be 4"),
                refuses("a wrong digit in UPC-A", "036000291453", "last digit should be 2"),
                refuses("a wrong digit in ITF-14", "19520123456786", "last digit should be 5"),
                refuses("EAN-13 of twelve digits cut off", "]E0952012345678", "last digit should be"),
                refuses("EAN-8 of seven digits", "]E49638507", "not a number of that kind"),
                refuses("a scanner sends no blanks", "]E0920123956 788", "not a number of that kind"),
                refuses("ITF-14 of sixteen digits", "]I11952012345678500", "not a number of that kind"),
                refuses("zeros are no GTIN", "0000000000000", "zeros only"),
                refuses("eleven digits are no GTIN", "03600029145", "neither a GTIN"),
                reads(
                        "an in-store number is read with a warning",
                        "2012345678903",
                        "02012345678903 | - | - | - | -",
                        "inside one company"),
                reads(
                        "so is one in a DataMatrix",
                        "]d20102012345678903",
                        "02012345678903 | - | - | - | -",
                        "inside one company"),
                reads(
                        "so is a UPC of number system 4",
                        "412345678903",
                        "00412345678903 | - | - | - | -",
                        "inside one company"),
                reads(
                        "so is a short in-store number",
                        "20123451",
                        "00000020123451 | - | - | - | -",
                        "inside one company"),
                reads(
                        "eight digits may be a date without a GTIN's check digit",
                        "17271231",
                        "- | - | 2027-12-31 | - | -",
                        "is no EAN-8"),
                reads(
                        "or with one, which is said",
                        "17271028",
                        "00000017271028 | - | - | - | -",
                        "could also be (17)271028"));
    }

    static Stream<Case> bracketedTexts() {
        return Stream.of(
                reads("the text beside a code", "(01)09520123456788(17)271231(10)1A2B(21)SER7", WHOLE),
                reads("with blanks as printed", "(01) 09520123456788 (17) 271231 (10) 1A2B (21) SER7", WHOLE),
                reads("behind an identifier", "]d2(01)09520123456788(17)271231(10)1A2B(21)SER7", WHOLE),
                reads("with separators", "(01)09520123456788(17)271231(10)1A2B{GS}(21)SER7", WHOLE),
                reads("in any order", "(21)SER7(10)1A2B(17)271231(01)09520123456788", WHOLE),
                reads("only some of it", "(10)1A2B", "- | 1A2B | - | - | -"),
                reads("none of it", "(91)HELLO", "- | - | - | - | -"),
                reads("letters in brackets belong to the batch", "(10)A(B)C", "- | A(B)C | - | - | -"),
                reads("escaped digits in brackets, too", "(10)A\\(21)C", "- | A(21)C | - | - | -"),
                reads("a case of 24", "(02)09520123456788(37)24", "09520123456788 | - | - | - | 24"),
                refuses("a mistyped identifier does not end up in the batch", "(10)1A2B(71)99", "(71)"),
                refuses("a GTIN of thirteen digits", "(01)9520123456788", "exactly 14 digits"),
                refuses("a wrong check digit", "(01)09520123456789", "should be 8"),
                refuses("a date of five digits", "(17)27123", "exactly 6 digits"),
                refuses("an empty value", "(01)09520123456788(10)(21)SER7", "(10) is empty"),
                refuses("a bracket without number", "(X)123", "application identifier"),
                refuses("a bracket left open", "(01", "application identifier"),
                refuses("an identifier of five digits", "(01234)5", "application identifier"));
    }

    static Stream<Case> digitalLinks() {
        String link = "https://id.gs1.org/01/09520123456788";
        return Stream.of(
                reads("key, batch, serial in the path, expiry behind it", link + "/10/1A2B/21/SER7?17=271231", WHOLE),
                reads("in a QR code", "]Q1" + link + "/10/1A2B/21/SER7?17=271231", WHOLE),
                reads("in a DataMatrix", "]d1" + link + "/10/1A2B/21/SER7?17=271231", WHOLE),
                reads("in a symbol that claims element strings", "]d2" + link, GTIN_ONLY, "carries a Web address"),
                reads("with capital letters in scheme and host", "HTTPS://ID.GS1.ORG/01/09520123456788", GTIN_ONLY),
                reads("over plain http", "http://a.example/01/09520123456788", GTIN_ONLY),
                reads(
                        "behind a shop's own path",
                        "https://a.example/01/shop/de/01/09520123456788/10/1A2B",
                        "09520123456788 | 1A2B | - | - | -"),
                reads(
                        "with a batch that is called like a key",
                        link + "/10/414/21/5",
                        "09520123456788 | 414 | - | 5 | -"),
                reads("with a trailing slash", link + "/", GTIN_ONLY),
                reads("with port and fragment", "https://a.example:8443/01/09520123456788#top", GTIN_ONLY),
                reads("with a GTIN that lost its zeros", "https://a.example/01/9520123456788", GTIN_ONLY),
                reads("with a GTIN-8", "https://a.example/01/96385074", "00000096385074 | - | - | - | -"),
                reads("with percent signs", link + "/10/1%2FA%2b", "09520123456788 | 1/A+ | - | - | -"),
                reads("with a plus sign that means plus", link + "/10/1+2", "09520123456788 | 1+2 | - | - | -"),
                reads(
                        "with consumer variant before batch",
                        link + "/22/V2/10/1A2B",
                        "09520123456788 | 1A2B | - | - | -"),
                reads(
                        "with words for the Web server",
                        link + "?linkType=gs1:pip&17=271200&lang=en",
                        "09520123456788 | - | 2027-12-31 | - | -"),
                reads("with semicolons", link + "?17=271231;30=12", "09520123456788 | - | 2027-12-31 | - | 12"),
                reads("with a number GS1 does not know", link + "?42=1", GTIN_ONLY, "ignored"),
                reads(
                        "of a parcel",
                        "https://a.example/00/395201234567890123?02=09520123456788&37=24",
                        "09520123456788 | - | - | - | 24"),
                refuses("qualifiers in wrong order", link + "/21/SER7/10/1A2B", "in this order"),
                refuses("a batch behind the question mark", link + "?10=1A2B", "belongs in the path"),
                refuses("a serial behind the question mark", link + "?21=SER7", "belongs in the path"),
                refuses("a wrong check digit", "https://a.example/01/09520123456789", "should be 8"),
                refuses("a date that cannot be", link + "?17=270230", "no day 30"),
                refuses("a date without value", link + "?17", "is empty"),
                refuses("half a percent sign", link + "/10/AB%2", "percent sign"),
                refuses("a blank in the batch", link + "/10/A%20B", "' ' at place 2"),
                refuses("a letter outside the set", link + "/10/A%C3%A9", "U+00E9"),
                refuses("bytes that are no text", link + "/10/A%FF", "U+FFFD"),
                refuses("no host", "https:///01/09520123456788", "no host"),
                refuses("a page like any other", "https://a.example/products/17", "no GS1 Digital Link"),
                refuses("nothing but a host", "https://a.example", "no GS1 Digital Link"),
                refuses("another kind of address", "ftp://a.example/01/09520123456788", "no GS1 code"),
                refuses("a second GTIN behind the question mark", link + "?01=19520123456785", "contradicts itself"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void plainNumbers(Case row) {
        row.check();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void bracketedTexts(Case row) {
        row.check();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void digitalLinks(Case row) {
        row.check();
    }
}
