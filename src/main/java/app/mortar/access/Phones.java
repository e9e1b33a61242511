package app.mortar.access;

import app.mortar.kernel.InvalidInput;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Currency;
import java.util.regex.Pattern;

/** Telephone numbers as people write them, kept as E.164, e.g. {@code +2348031234567}. */
final class Phones {
    private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9 ()./\\u00A0-]{3,40}");
    private static final String NO_REGION = "ZZ";

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    /**
     * The number as it is kept. Its length is checked, not whether a network uses that range today: a list of ranges
     * grows old inside a program, and would refuse the number of somebody who has just got it.
     *
     * @param currency the pharmacy's; the first two letters of a national currency are its country's, where a number
     *     without a country code is taken to be
     */
    String e164(String written, Currency currency) {
        String country = currency.getCurrencyCode().substring(0, 2);
        String region = numbers.getSupportedRegions().contains(country) ? country : NO_REGION;
        if (WRITTEN.matcher(written).matches()) {
            try {
                PhoneNumber number = numbers.parse(written, region);
                if (numbers.isPossibleNumber(number)) {
                    return numbers.format(number, PhoneNumberFormat.E164);
                }
            } catch (NumberParseException no) {
                // said below
            }
        }
        throw new InvalidInput(
                "phone",
                "This is not a telephone number: " + written
                        + "; write it with its country code, e.g. +2348031234567.");
    }
}
