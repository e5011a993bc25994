package ai.whatsflow.contact.group;

import java.time.Instant;
import java.util.UUID;

/** A named set of an account's contacts. */
public record ContactGroup(UUID id, UUID accountId, String name, long members, Instant createdAt) {}
