package app.mortar.gs1;

import static app.mortar.gs1.Case.reads;
import static app.mortar.gs1.Case.refuses;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Element strings: identifier, value, separator where one is needed. */
class ElementStringTableTest {
    private static final String WHOLE = "09520123456788 | 1A2B | 2027-12-31 | SER7 | -";
    private static final String NO_SERIAL = "09520123456788 | 1A2B | 2027-12-31 | - | -";

    static Stream<Case> elementStrings() {
        return Stream.of(
                reads("a pack's DataMatrix is read whole", "]d2010952012345678817271231101A2B{GS}21SER7", WHOLE),
                reads("GS1-128 is read", "]C1010952012345678817271231101A2B{GS}21SER7", WHOLE),
                reads("GS1 DataBar is read", "]e0010952012345678817271231101A2B{GS}21SER7", WHOLE),
                reads("GS1 QR is read", "]Q3010952012345678817271231101A2B{GS}21SER7", WHOLE),
                reads("GS1 DotCode is read", "]J1010952012345678817271231101A2B{GS}21SER7", WHOLE),
                reads("DataMatrix with ECI is read", "]d5010952012345678817271231101A2B{GS}21SER7", WHOLE),
                reads("a scanner may send no identifier", "010952012345678817271231101A2B{GS}21SER7", WHOLE),
                reads("the separator is the byte 0x1D", "]d2010952012345678817271231101A2B\u001d21SER7", WHOLE),
                reads("the separator is typed as \\x1d", "]d2010952012345678817271231101A2B\\x1d21SER7", WHOLE),
                reads("the separator is typed as \\x1D", "]d2010952012345678817271231101A2B\\x1D21SER7", WHOLE),
                reads("the separator is a JSON escape", "]d2010952012345678817271231101A2B\\u001d21SER7", WHOLE),
                reads("the separator is <GS>", "]d2010952012345678817271231101A2B<GS>21SER7", WHOLE),
                reads("the separator is [GS]", "]d2010952012345678817271231101A2B[GS]21SER7", WHOLE),
                reads("the separator is {FNC1}", "]d2010952012345678817271231101A2B{FNC1}21SER7", WHOLE),
                reads("the separator is its picture", "]d2010952012345678817271231101A2B\u241d21SER7", WHOLE),
                reads("the separator is ^] as in a terminal", "]d2010952012345678817271231101A2B^]21SER7", WHOLE),
                reads("order is free: batch first", "]d2101A2B{GS}010952012345678821SER7{GS}17271231", WHOLE),
                reads("order is free: serial second", "]d2010952012345678821SER7{GS}17271231101A2B", WHOLE),
                reads("a leading separator does no harm", "{GS}010952012345678817271231101A2B{GS}21SER7", WHOLE),
                reads("one behind the identifier neither", "]d2{GS}010952012345678817271231101A2B{GS}21SER7", WHOLE),
                reads("a trailing separator does no harm", "]d2010952012345678817271231101A2B{GS}21SER7{GS}", WHOLE),
                reads(
                        "separators behind fixed lengths do no harm",
                        "0109520123456788{GS}17271231{GS}101A2B{GS}21SER7",
                        WHOLE),
                reads(
                        "a doubled separator is worth a warning",
                        "]d2010952012345678817271231101A2B{GS}{GS}21SER7",
                        WHOLE,
                        "twice in a row"),
                reads(
                        "many doubled separators are one warning",
                        "{GS}{GS}010952012345678817271231101A2B{GS}{GS}{GS}21SER7{GS}{GS}",
                        WHOLE,
                        "twice in a row"),
                reads(
                        "line ends and blanks around are dropped",
                        " \t]d2010952012345678817271231101A2B{GS}21SER7\r\n",
                        WHOLE),
                reads(
                        "a no-break space and BOM around are dropped",
                        "\ufeff\u00a0010952012345678817271231101A2B{GS}21SER7\u00a0",
                        WHOLE),
                reads(
                        "STX and ETX around are dropped",
                        "\u0002]d2010952012345678817271231101A2B{GS}21SER7\u0003",
                        WHOLE),
                reads(
                        "a trailing 0x1D before CR LF does no harm",
                        "010952012345678817271231101A2B\u001d21SER7\u001d\r\n",
                        WHOLE),
                reads("without serial, the batch ends the code", "]d2010952012345678817271231101A2B", NO_SERIAL),
                reads("the GTIN alone is enough", "]d20109520123456788", "09520123456788 | - | - | - | -"),
                reads(
                        "batch and expiry may stand in a code of their own",
                        "]C117271231101A2B",
                        "- | 1A2B | 2027-12-31 | - | -"),
                reads(
                        "letters keep their case",
                        "]d201095201234567881727123110aBc-9/x",
                        "09520123456788 | aBc-9/x | 2027-12-31 | - | -"),
                reads(
                        "batches keep leading zeros",
                        "]d2010952012345678817271231100001200",
                        "09520123456788 | 0001200 | 2027-12-31 | - | -"),
                reads(
                        "12E5 stays text",
                        "]d20109520123456788172712311012E5",
                        "09520123456788 | 12E5 | 2027-12-31 | - | -"),
                reads(
                        "a batch may have twenty characters",
                        "]d2010952012345678810ABCDEFGHIJKLMNOPQRST",
                        "09520123456788 | ABCDEFGHIJKLMNOPQRST | - | - | -"),
                reads(
                        "all odd characters of set 82 may be in a batch",
                        "]d2010952012345678810!\"%&'()*+,-./_:;<=>?",
                        "09520123456788 | !\"%&'()*+,-./_:;<=>? | - | - | -"),
                reads("30 is the quantity", "]d20109520123456788301000", "09520123456788 | - | - | - | 1000"),
                reads(
                        "a quantity may have leading zeros",
                        "]d201095201234567883000000012",
                        "09520123456788 | - | - | - | 12"),
                reads(
                        "the largest quantity has eight digits",
                        "]d201095201234567883099999999",
                        "09520123456788 | - | - | - | 99999999"),
                reads(
                        "a quantity in the middle ends with a separator",
                        "]d201095201234567883012{GS}101A2B",
                        "09520123456788 | 1A2B | - | - | 12"),
                reads(
                        "a quantity of nothing is odd",
                        "]d20109520123456788300",
                        "09520123456788 | - | - | - | 0",
                        "quantity is 0"),
                reads(
                        "02 and 37 name and count what is in a case",
                        "]C10209520123456788172712313724{GS}101A2B",
                        "09520123456788 | 1A2B | 2027-12-31 | - | 24"),
                reads(
                        "02 without 37 is odd",
                        "]C10209520123456788101A2B",
                        "09520123456788 | 1A2B | - | - | -",
                        "without their number (37)"),
                reads(
                        "37 without 02 is odd",
                        "]C101095201234567883724",
                        "09520123456788 | - | - | - | 24",
                        "without naming these items (02)"),
                reads(
                        "01 goes before 02, which GS1 forbids together",
                        "]C1010952012345678802952012345679583724",
                        "09520123456788 | - | - | - | 24",
                        "GS1 forbids"),
                reads(
                        "a weight is no quantity",
                        "]d201095201234567883103001250101A2B",
                        "09520123456788 | 1A2B | - | - | -"),
                reads(
                        "a German national number is kept apart",
                        "]d2010952012345678871012345678{GS}101A2B",
                        "09520123456788 | 1A2B | - | - | -"),
                reads(
                        "a shipping label is readable and says none of it",
                        "]C100395201234567890123",
                        "- | - | - | - | -"),
                reads("so is one without identifier", "00395201234567890123", "- | - | - | - | -"),
                reads("company internal data are readable", "]d291ANYTHING", "- | - | - | - | -"),
                reads(
                        "a Web address of a product is readable",
                        "]d201095201234567888200https://a.example/p?q=1",
                        "09520123456788 | - | - | - | -"),
                reads("the same twice is odd", "]d20109520123456788010952012345678817271231101A2B", NO_SERIAL, "twice"),
                reads("the same batch twice is odd", "]d2010952012345678817271231101A2B{GS}101A2B", NO_SERIAL, "twice"),
                refuses("two GTINs are a contradiction", "]d201095201234567880195201234567958", "contradicts itself"),
                refuses(
                        "two batches are a contradiction",
                        "]d20109520123456788101A2B{GS}101A2C",
                        "(10)1A2B and (10)1A2C"),
                refuses(
                        "two expiry dates are a contradiction",
                        "]d201095201234567881727123117271130",
                        "contradicts itself"),
                refuses(
                        "two net weights are a contradiction",
                        "]d2010952012345678831020012503103001250",
                        "contradicts itself"),
                refuses(
                        "two quantities are a contradiction",
                        "]d202095201234567883010{GS}3712",
                        "10 by (30) and 12 by (37)"),
                reads("30 and 37 may agree", "]d202095201234567883012{GS}3700012", "09520123456788 | - | - | - | 12"),
                refuses("a wrong check digit is refused", "]d2010952012345678917271231", "should be 8"),
                refuses("so is a wrong one in 02", "]d202095201234567873712", "should be 8"),
                refuses("so is a wrong one in an SSCC", "]C100395201234567890124", "should be 3"),
                refuses("so is a wrong one in a location number", "]C14109520000000009", "check digit"),
                refuses("a GTIN of zeros is none", "]d20100000000000000", "zeros only"),
                refuses("a GTIN of thirteen digits is too short", "]d2019520123456788", "exactly 14 digits"),
                refuses("a GTIN with a letter O is refused", "]d201O9520123456788", "must be digits"),
                refuses("a separator inside a GTIN is refused", "]d20109520123{GS}456788", "exactly 14 digits"),
                refuses("a code cut off in its date is refused", "]d20109520123456788172712", "exactly 6 digits"),
                refuses(
                        "a code cut off in an identifier is refused",
                        "]d201095201234567881",
                        "does not begin with an application"),
                refuses("an empty batch is refused", "]d2010952012345678810{GS}21SER7", "Batch number (10) is empty"),
                refuses("an empty batch at the end is refused", "]d2010952012345678810", "Batch number (10) is empty"),
                refuses(
                        "a batch of 21 characters is refused",
                        "]d2010952012345678810ABCDEFGHIJKLMNOPQRSTU",
                        "seems to be lost"),
                refuses(
                        "batch and serial grown together beyond twenty are refused",
                        "]d2010952012345678810LOT123456721SERIAL123456",
                        "seems to be lost"),
                refuses("a blank in a batch is refused", "]d2010952012345678810AB 12", "' ' at place 3"),
                refuses(
                        "a letter with an accent is refused",
                        "]d2010952012345678810AB\u00e912",
                        "LATIN SMALL LETTER E WITH ACUTE"),
                refuses("a character beyond 16 bits is refused", "]d2010952012345678810AB\ud83d\ude00", "U+1F600"),
                refuses("half a character is refused", "]d2010952012345678810AB\ud83d", "U+D83D"),
                refuses(
                        "a tilde may be a separator in disguise",
                        "]d20109520123456788101A2B~21SER7",
                        "in place of the separator"),
                refuses(
                        "a ] in the data may be one, too",
                        "]d20109520123456788101A2B]21SER7",
                        "in place of the separator"),
                refuses("a null character is refused", "]d20109520123456788101A\u00002B", "U+0000"),
                refuses("letters behind a date are no element", "]d2010952012345678817271231XYZ", "XYZ"),
                refuses(
                        "digits behind a date that begin no element are refused",
                        "]d201095201234567881727123199",
                        "is empty"),
                refuses("an identifier that does not exist is refused", "]d2010952012345678818271231", "18271231"),
                refuses("junk behind a separator is refused", "]d20109520123456788101A2B{GS}XYZ", "XYZ"),
                refuses("a quantity of nine digits is refused", "]d2010952012345678830123456789", "1 to 8 digits"),
                refuses(
                        "a quantity that swallowed a batch is refused",
                        "]d201095201234567883012101A2B",
                        "must be digits"),
                refuses("only separators are nothing", "{GS}{GS}", "nothing in the code"),
                refuses("an identifier without data is nothing", "]d2", "nothing in the code"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("elementStrings")
    void reads_or_refuses_element_strings(Case row) {
        row.check();
    }
}
