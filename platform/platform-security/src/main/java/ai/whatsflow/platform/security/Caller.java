package ai.whatsflow.platform.security;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person, or an API key that acts for one. Resolved for each request from the ids in the token and this service's
 * own projection of accounts, users and permission sets, so that a change takes effect without a new login. Immutable,
 * but {@link #reaches(UUID)} follows the projection as it moves.
 */
public final class Caller {

    private final UUID userId;
    private final Account account;
    private final Tier tier;
    private final Set<String> permissions;
    private final @Nullable UUID apiKeyId;
    private final AccountDirectory directory;

    public Caller(
            UUID userId,
            Account account,
            Tier tier,
            Set<String> permissions,
            @Nullable UUID apiKeyId,
            AccountDirectory directory) {
        this.userId = userId;
        this.account = account;
        this.tier = tier;
        this.permissions = Set.copyOf(permissions);
        this.apiKeyId = apiKeyId;
        this.directory = directory;
    }

    public UUID userId() {
        return userId;
    }

    public UUID accountId() {
        return account.id();
    }

    public Account account() {
        return account;
    }

    public List<UUID> accountPath() {
        return account.path();
    }

    public Tier tier() {
        return tier;
    }

    public Set<String> permissions() {
        return permissions;
    }

    /** The API key that was used, or null for a person who signed in. */
    public @Nullable UUID apiKeyId() {
        return apiKeyId;
    }

    /** Whether the caller is the owner or one of the owner's employees: they reach every account. */
    public boolean isStaff() {
        return tier == Tier.OWNER || tier == Tier.EMPLOYEE;
    }

    /** Whether the caller holds a permission such as {@code messages:create}. */
    public boolean may(String permission) {
        return Permissions.grant(permissions, permission);
    }

    /**
     * Ends the request unless the permission is held.
     *
     * @throws ProblemException 403
     */
    public void require(String permission) {
        if (!may(permission)) {
            throw new ProblemException(PlatformProblem.FORBIDDEN, "This needs the permission " + permission + ".");
        }
    }

    /** Whether that account is the caller's own or lies below it. */
    public boolean reaches(UUID accountId) {
        if (isStaff() || accountId.equals(accountId())) {
            return true;
        }
        return directory
                .find(accountId)
                .map(other -> other.path().contains(accountId()))
                .orElse(false);
    }

    /**
     * Ends the request as if the thing were not there, unless its account is in reach.
     *
     * @throws ProblemException 404
     */
    public void requireReach(UUID accountId) {
        if (!reaches(accountId)) {
            throw new ProblemException(PlatformProblem.NOT_FOUND, "There is no such thing, or it is not yours.");
        }
    }

    /** The accounts whose rows this caller's lists may show. */
    public AccountScope scope() {
        return isStaff() ? new AccountScope(true, Set.of()) : new AccountScope(false, directory.subtree(accountId()));
    }

    @Override
    public String toString() {
        return tier + " " + userId + " of " + accountId();
    }
}
