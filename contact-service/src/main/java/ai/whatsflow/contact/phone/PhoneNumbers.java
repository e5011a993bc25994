package ai.whatsflow.contact.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns what people type into E.164. A number counts when its length is possible for its country: new ranges open
 * faster than any table of valid prefixes is updated.
 */
public final class PhoneNumbers {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private static final int FEWEST_DIGITS = 7;

    private PhoneNumbers() {}

    /**
     * @param region ISO 3166 region whose national form is understood; null understands the international form only
     * @return the number as {@code +94771234567}, or empty
     */
    public static Optional<String> toE164(String typed, @Nullable String region) {
        try {
            var number = NUMBERS.parse(typed, region);
            boolean possible = NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
            return possible && !number.hasExtension()
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164)).filter(PhoneNumbers::hasEnoughDigits)
                    : Optional.empty();
        } catch (NumberParseException unparseable) {
            return Optional.empty();
        }
    }

    /** Some countries have possible numbers of fewer digits than the contracts of our events allow. */
    private static boolean hasEnoughDigits(String e164) {
        return e164.length() > FEWEST_DIGITS;
    }

    public static boolean knowsRegion(String region) {
        return NUMBERS.getSupportedRegions().contains(region);
    }
}
