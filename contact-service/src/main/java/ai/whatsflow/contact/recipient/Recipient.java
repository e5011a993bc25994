package ai.whatsflow.contact.recipient;

import java.util.UUID;

/** A member of a group who may be written to. */
public record Recipient(UUID contactId, String phone) {}
