package ai.whatsflow.contact.consent;

import java.time.Instant;
import java.util.UUID;

/**
 * Whether a number may be written to. It belongs to the number, so it outlives the contact; should the number come
 * back, its contact gets the same id again.
 *
 * @param version rises with every change, over all lives of the contact
 */
public record Consent(
        UUID contactId, UUID accountId, String phone, boolean subscribed, boolean blocked, long version, Instant at) {}
