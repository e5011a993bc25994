package ai.whatsflow.messaging.recipient;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import java.util.Optional;

/**
 * Reads the numbers messages are sent to. They are international: E.164 as it stands with a calling code that exists is
 * taken without the cost of a full parse; other spellings of an international number are normalised.
 */
public final class Recipients {

    private static final int SHORTEST = 7;
    private static final int LONGEST = 15;
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final boolean[] CALLING_CODES = callingCodes();

    private Recipients() {}

    /** The number in E.164, or empty when it is none. */
    public static Optional<String> read(String typed) {
        return isE164(typed) ? Optional.of(typed) : parse(typed).filter(Recipients::isE164);
    }

    private static boolean isE164(String typed) {
        int digits = typed.length() - 1;
        if (digits < SHORTEST || digits > LONGEST || typed.charAt(0) != '+' || typed.charAt(1) == '0') {
            return false;
        }
        for (int i = 1; i <= digits; i++) {
            if (typed.charAt(i) < '0' || typed.charAt(i) > '9') {
                return false;
            }
        }
        int one = typed.charAt(1) - '0';
        int two = one * 10 + typed.charAt(2) - '0';
        int three = two * 10 + typed.charAt(3) - '0';
        return CALLING_CODES[one] || CALLING_CODES[two] || CALLING_CODES[three];
    }

    private static Optional<String> parse(String typed) {
        try {
            var number = NUMBERS.parse(typed, null);
            boolean possible = NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
            return possible && !number.hasExtension()
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException unparseable) {
            return Optional.empty();
        }
    }

    private static boolean[] callingCodes() {
        boolean[] codes = new boolean[1000];
        NUMBERS.getSupportedCallingCodes().forEach(code -> codes[code] = true);
        return codes;
    }
}
