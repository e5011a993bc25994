package ai.whatsflow.platform.test;

import java.util.List;
import java.util.UUID;

/**
 * A user and the account it belongs to.
 *
 * @param tier OWNER, SUBDEALER, EMPLOYEE or CUSTOMER
 * @param path account ids from the root down to the account
 */
public record Party(UUID userId, UUID accountId, String tier, List<UUID> path) {}
