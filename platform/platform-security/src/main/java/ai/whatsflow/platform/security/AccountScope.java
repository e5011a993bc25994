package ai.whatsflow.platform.security;

import java.util.Set;
import java.util.UUID;

/**
 * The accounts whose rows a list may show.
 *
 * @param all every account: staff
 * @param ids the accounts otherwise
 */
public record AccountScope(boolean all, Set<UUID> ids) {

    /** For {@code account_id = ANY (:ids)}. */
    public UUID[] accountIds() {
        return ids.toArray(UUID[]::new);
    }

    public boolean includes(UUID accountId) {
        return all || ids.contains(accountId);
    }
}
