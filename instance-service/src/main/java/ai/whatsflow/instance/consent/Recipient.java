package ai.whatsflow.instance.consent;

import java.util.UUID;

/** A phone as one account knows it. */
public record Recipient(UUID accountId, String phone) {}
