package ai.whatsflow.messaging.message;

import ai.whatsflow.platform.security.Account;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message that an account wants to send.
 *
 * @param to the number as it was typed
 * @param traceParent W3C trace context of the request, for the message to carry on
 */
public record SendRequest(
        Account account,
        UUID instanceId,
        String to,
        String text,
        @Nullable String traceParent) {

    UUID accountId() {
        return account.id();
    }
}
