package app.mortar.kernel;

/**
 * A Global Trade Item Number, always 14 digits. GTIN-8, -12 and -13 are padded with zeros on the left; the check
 * digit is verified (GS1 General Specifications, section 7.9: weights 3 and 1 from the right, modulo 10).
 */
public record Gtin(String digits) {
    public Gtin {
        if (digits.length() != 14 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("A GTIN has 14 digits: " + digits);
        }
        if (checkDigit(digits.substring(0, 13)) != digits.charAt(13) - '0') {
            throw new IllegalArgumentException("The last digit of GTIN " + digits + " should be "
                    + checkDigit(digits.substring(0, 13)) + "; one digit was misread or mistyped.");
        }
    }

    /** Reads 8, 12, 13 or 14 digits. */
    public static Gtin of(String text) {
        if (text.length() != 8 && (text.length() < 12 || text.length() > 14)) {
            throw new IllegalArgumentException("A GTIN has 8, 12, 13 or 14 digits: " + text);
        }
        return new Gtin("0".repeat(14 - text.length()) + text);
    }

    /** The check digit that belongs behind {@code body}. */
    public static int checkDigit(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? 3 * digit : digit;
        }
        return (10 - sum % 10) % 10;
    }

    @Override
    public String toString() {
        return digits;
    }
}
