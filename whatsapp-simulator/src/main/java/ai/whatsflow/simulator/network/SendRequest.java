package ai.whatsflow.simulator.network;

import java.util.Optional;
import java.util.regex.Pattern;

/** @param messageKey index of the message key the device encrypted with; rises strictly per device */
public record SendRequest(String whatsappId, String to, String text, long messageKey) {

    public static final int MAX_TEXT = 4096;

    private static final Pattern ID = Pattern.compile("[0-9A-Za-z._-]{8,64}");

    Optional<Refusal> malformation() {
        if (!ID.matcher(whatsappId).matches()) {
            return Optional.of(Refusal.MALFORMED_ID);
        }
        if (PhoneNumber.parse(to).isEmpty()) {
            return Optional.of(Refusal.MALFORMED_NUMBER);
        }
        if (text.isEmpty()) {
            return Optional.of(Refusal.TEXT_EMPTY);
        }
        return text.length() > MAX_TEXT ? Optional.of(Refusal.TEXT_TOO_LONG) : Optional.empty();
    }
}
