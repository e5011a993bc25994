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

    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 15;
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

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
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                            .filter(PhoneNumbers::isOfGoodLength)
                    : Optional.empty();
        } catch (NumberParseException unparseable) {
            return Optional.empty();
        }
    }

    /** A few countries have possible numbers outside of what E.164 and the contracts of our events allow. */
    private static boolean isOfGoodLength(String e164) {
        int digits = e164.length() - 1;
        return digits >= FEWEST_DIGITS && digits <= MOST_DIGITS;
    }

    public static boolean knowsRegion(String region) {
        return NUMBERS.getSupportedRegions().contains(region);
    }
}
