package ai.whatsflow.instance.dispatch;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The id a message has at WhatsApp. We choose it, as a function of the message's own id: a resend is thereby the same
 * message, and a receipt names the message without a look-up.
 */
public final class WhatsAppId {

    private static final String PREFIX = "3EB0";
    private static final int LENGTH = PREFIX.length() + 32;

    private WhatsAppId() {}

    public static String of(UUID messageId) {
        return PREFIX + messageId.toString().replace("-", "").toUpperCase(Locale.ROOT);
    }

    /** The message with this id, or empty if we did not choose it. */
    public static Optional<UUID> messageId(String whatsappId) {
        if (whatsappId.length() != LENGTH || !whatsappId.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new UUID(
                    Long.parseUnsignedLong(whatsappId, 4, 20, 16), Long.parseUnsignedLong(whatsappId, 20, 36, 16)));
        } catch (NumberFormatException notHex) {
            return Optional.empty();
        }
    }
}
