package app.mortar.gs1;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All application identifiers of the GS1 General Specifications, section 3. No code begins with another one, so two to
 * four digits tell which it is.
 *
 * <p>Format: {@code n} digits, {@code x} set 82, {@code y} set 39, {@code z} set 64; {@code 6} exactly, {@code ..20} up
 * to; {@code [ ]} may be left out; {@code :check} ends in a check digit, {@code :date} YYMMDD, {@code :day0} the same
 * with day 00 allowed, {@code :hhmm}, {@code :hh}, {@code :mm} times. In ranges 31nn to 36nn and 39nn the last digit of
 * the code is the number of decimals.
 */
final class AiTable {
    private static final String TABLE = """
            00         n18:check                      SSCC
            01         n14:check                      GTIN
            02         n14:check                      GTIN of contained items
            03         n14:check                      GTIN of made-to-order item
            10         x..20                          Batch number
            11         n6:day0                        Production date
            12         n6:day0                        Due date
            13         n6:day0                        Packaging date
            15         n6:day0                        Best before date
            16         n6:day0                        Sell by date
            17         n6:day0                        Expiry date
            20         n2                             Internal variant
            21         x..20                          Serial number
            22         x..20                          Consumer product variant
            235        x..28                          Third party serial number
            240        x..30                          Additional item number
            241        x..30                          Customer part number
            242        n..6                           Made-to-order variation
            243        x..20                          Packaging component number
            250        x..30                          Secondary serial number
            251        x..30                          Reference to source
            253        n13:check+[x..17]              Document type identifier
            254        x..20                          Location extension
            255        n13:check+[n..12]              Coupon number
            30         n..8                           Quantity
            3100-3105  n6                             Net weight (kg)
            3110-3115  n6                             Length (m)
            3120-3125  n6                             Width (m)
            3130-3135  n6                             Height (m)
            3140-3145  n6                             Area (m2)
            3150-3155  n6                             Net volume (l)
            3160-3165  n6                             Net volume (m3)
            3200-3205  n6                             Net weight (lb)
            3210-3215  n6                             Length (in)
            3220-3225  n6                             Length (ft)
            3230-3235  n6                             Length (yd)
            3240-3245  n6                             Width (in)
            3250-3255  n6                             Width (ft)
            3260-3265  n6                             Width (yd)
            3270-3275  n6                             Height (in)
            3280-3285  n6                             Height (ft)
            3290-3295  n6                             Height (yd)
            3300-3305  n6                             Gross weight (kg)
            3310-3315  n6                             Logistic length (m)
            3320-3325  n6                             Logistic width (m)
            3330-3335  n6                             Logistic height (m)
            3340-3345  n6                             Logistic area (m2)
            3350-3355  n6                             Logistic volume (l)
            3360-3365  n6                             Logistic volume (m3)
            3370-3375  n6                             Kilograms per square metre
            3400-3405  n6                             Gross weight (lb)
            3410-3415  n6                             Logistic length (in)
            3420-3425  n6                             Logistic length (ft)
            3430-3435  n6                             Logistic length (yd)
            3440-3445  n6                             Logistic width (in)
            3450-3455  n6                             Logistic width (ft)
            3460-3465  n6                             Logistic width (yd)
            3470-3475  n6                             Logistic height (in)
            3480-3485  n6                             Logistic height (ft)
            3490-3495  n6                             Logistic height (yd)
            3500-3505  n6                             Area (in2)
            3510-3515  n6                             Area (ft2)
            3520-3525  n6                             Area (yd2)
            3530-3535  n6                             Logistic area (in2)
            3540-3545  n6                             Logistic area (ft2)
            3550-3555  n6                             Logistic area (yd2)
            3560-3565  n6                             Net weight (troy oz)
            3570-3575  n6                             Net weight or volume (oz)
            3600-3605  n6                             Net volume (qt)
            3610-3615  n6                             Net volume (gal)
            3620-3625  n6                             Logistic volume (qt)
            3630-3635  n6                             Logistic volume (gal)
            3640-3645  n6                             Net volume (in3)
            3650-3655  n6                             Net volume (ft3)
            3660-3665  n6                             Net volume (yd3)
            3670-3675  n6                             Logistic volume (in3)
            3680-3685  n6                             Logistic volume (ft3)
            3690-3695  n6                             Logistic volume (yd3)
            37         n..8                           Quantity of contained items
            3900-3909  n..15                          Amount payable
            3910-3919  n3+n..15                       Amount payable with currency
            3920-3929  n..15                          Price
            3930-3939  n3+n..15                       Price with currency
            3940-3943  n4                             Percentage discount
            3950-3955  n6                             Price per unit
            400        x..30                          Customer's order number
            401        x..30                          Consignment number
            402        n17:check                      Shipment number
            403        x..30                          Routing code
            410        n13:check                      Ship to location
            411        n13:check                      Bill to location
            412        n13:check                      Purchased from location
            413        n13:check                      Ship for location
            414        n13:check                      Physical location
            415        n13:check                      Invoicing party
            416        n13:check                      Production or service location
            417        n13:check                      Party
            420        x..20                          Ship to postal code
            421        n3+x..9                        Ship to country and postal code
            422        n3                             Country of origin
            423        n3+[n3]+[n3]+[n3]+[n3]         Countries of initial processing
            424        n3                             Country of processing
            425        n3+[n3]+[n3]+[n3]+[n3]         Countries of disassembly
            426        n3                             Country of full processing
            427        x..3                           Subdivision of origin
            4300       x..35                          Ship to company
            4301       x..35                          Ship to contact
            4302       x..70                          Ship to address line 1
            4303       x..70                          Ship to address line 2
            4304       x..70                          Ship to suburb
            4305       x..70                          Ship to locality
            4306       x..70                          Ship to region
            4307       x2                             Ship to country
            4308       x..30                          Ship to telephone
            4309       n20                            Ship to geolocation
            4310       x..35                          Return to company
            4311       x..35                          Return to contact
            4312       x..70                          Return to address line 1
            4313       x..70                          Return to address line 2
            4314       x..70                          Return to suburb
            4315       x..70                          Return to locality
            4316       x..70                          Return to region
            4317       x2                             Return to country
            4318       x..20                          Return to postal code
            4319       x..30                          Return to telephone
            4320       x..35                          Service description
            4321-4323  n1                             Delivery flag
            4324       n6:day0+n4                     Deliver not before
            4325       n6:day0+n4                     Deliver not after
            4326       n6:date                        Release date
            4330-4333  n6+[x1]                        Temperature limit
            7001       n13                            NATO stock number
            7002       x..30                          Meat carcass classification
            7003       n6:date+n4:hhmm                Expiry date and time
            7004       n..4                           Active potency
            7005       x..12                          Catch area
            7006       n6:date                        First freeze date
            7007       n6:date+[n6:date]              Harvest dates
            7008       x..3                           Fishery species
            7009       x..10                          Fishing gear
            7010       x..2                           Production method
            7011       n6:date+[n4:hhmm]              Test by date
            7020       x..20                          Refurbishment lot
            7021       x..20                          Functional status
            7022       x..20                          Revision status
            7023       x..30                          Asset identifier of assembly
            7030-7039  n3+x..27                       Processor
            7040       n1+x3                          Importer and extension
            7041       x..4                           Freight unit type
            710        x..20                          National number PZN
            711        x..20                          National number CIP
            712        x..20                          National number CN
            713        x..20                          National number DRN
            714        x..20                          National number AIM
            715        x..20                          National number NDC
            716        x..20                          National number AIC
            7230-7239  x2+x..28                       Certification
            7240       x..20                          Protocol
            7241       n2                             Media type
            7242       x..25                          Version control number
            7250       n8                             Date of birth
            7251       n8+n4:hhmm                     Time of birth
            7252       n1                             Biological sex
            7253       x..40                          Family name
            7254       x..40                          Given name
            7255       x..10                          Name suffix
            7256       x..90                          Full name
            7257       x..70                          Address of person
            7258       x3                             Birth sequence
            7259       x..40                          Baby of
            8001       n14                            Roll dimensions
            8002       x..20                          Mobile telephone identifier
            8003       n1+n13:check+[x..16]           Returnable asset
            8004       x..30                          Individual asset
            8005       n6                             Price per unit of measure
            8006       n14:check+n4                   Piece of a trade item
            8007       x..34                          IBAN
            8008       n6:date+n2:hh+[n2:mm]+[n2:mm]  Production date and time
            8009       x..50                          Sensor indicator
            8010       y..30                          Component or part
            8011       n..12                          Component or part serial number
            8012       x..20                          Software version
            8013       x..25                          Global model number
            8014       x..25                          Device registration identifier
            8017       n18:check                      Service provider
            8018       n18:check                      Service recipient
            8019       n..10                          Service relation instance
            8020       x..25                          Payment slip reference
            8026       n14:check+n4                   Piece of contained trade items
            8030       z..90                          Digital signature
            8110       x..70                          Coupon code
            8111       n4                             Loyalty points
            8112       x..70                          Paperless coupon code
            8200       x..70                          Product address on the Web
            90         x..30                          Mutually agreed information
            91-99      x..90                          Company internal information
            """;

    private static final Map<String, Ai> BY_CODE = read();
    private static final List<Ai> ALL = List.copyOf(BY_CODE.values());

    private AiTable() {}

    /** The identifier with exactly this code. */
    static @Nullable Ai find(String code) {
        return BY_CODE.get(code);
    }

    /** The identifier that {@code data} names at {@code at}. */
    static @Nullable Ai at(String data, int at) {
        for (int length = 2; length <= 4 && at + length <= data.length(); length++) {
            Ai ai = BY_CODE.get(data.substring(at, at + length));
            if (ai != null) {
                return ai;
            }
        }
        return null;
    }

    static List<Ai> all() {
        return ALL;
    }

    private static Map<String, Ai> read() {
        Map<String, Ai> byCode = new TreeMap<>();
        TABLE.lines().map(line -> line.split(" +", 3)).forEach(row -> codes(row[0])
                .forEach(code -> {
                    List<Part> parts =
                            Arrays.stream(row[1].split("\\+", -1)).map(Part::of).toList();
                    byCode.put(code, new Ai(code, row[2], parts));
                }));
        return Collections.unmodifiableMap(byCode);
    }

    private static List<String> codes(String range) {
        String[] ends = range.split("-", -1);
        return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                .mapToObj(code -> ("%0" + ends[0].length() + "d").formatted(code))
                .toList();
    }
}
