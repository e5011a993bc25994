package ai.whatsflow.identity.messaging;

import ai.whatsflow.identity.user.User;
import ai.whatsflow.identity.user.UserStatus;
import ai.whatsflow.platform.security.Tier;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The whole state of a user, without what is private: no name, no address. */
record UserV1(
        UUID userId,
        long version,
        UUID accountId,
        Tier tier,
        UserStatus status,
        List<UUID> permissionSetIds,
        @Nullable Instant sessionsRevokedAt) {

    static final String TOPIC = "identity.user";
    static final String REGISTERED = "identity.user.registered.v1";
    static final String CHANGED = "identity.user.changed.v1";
    static final String DISABLED = "identity.user.disabled.v1";
    static final String PERMISSIONS_ASSIGNED = "identity.user.permissions-assigned.v1";

    static UserV1 of(User user) {
        return new UserV1(
                user.id(),
                user.version(),
                user.accountId(),
                user.tier(),
                user.status(),
                user.permissionSetIds(),
                user.sessionsRevokedAt());
    }
}
