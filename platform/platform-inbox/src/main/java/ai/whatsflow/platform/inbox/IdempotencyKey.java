package ai.whatsflow.platform.inbox;

import org.jspecify.annotations.Nullable;

/**
 * The {@code Idempotency-Key} of a request with what it is scoped to. A controller parameter of this type is resolved
 * by the starter.
 *
 * @param scope whose key it is: the account
 * @param operation method and path of the request
 * @param value the header, or null when it was not sent
 */
public record IdempotencyKey(
        String scope, String operation, @Nullable String value) {}
