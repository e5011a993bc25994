package ai.whatsflow.contact.contact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone an account can write to.
 *
 * @param phone E.164, unique within the account
 * @param version rises with every change, of consent too
 */
public record Contact(
        UUID id,
        UUID accountId,
        String phone,
        @Nullable String name,
        boolean subscribed,
        boolean blocked,
        long version,
        Instant createdAt) {}
