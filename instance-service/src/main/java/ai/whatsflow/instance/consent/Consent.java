package ai.whatsflow.instance.consent;

import java.util.UUID;

/** Whether a contact of an account refuses messages. */
public record Consent(UUID contactId, long version, UUID accountId, String phone, boolean refused) {}
