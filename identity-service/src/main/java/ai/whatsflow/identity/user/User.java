package ai.whatsflow.identity.user;

import ai.whatsflow.platform.security.Tier;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public record User(
        UUID id,
        UUID accountId,
        Tier tier,
        String name,
        String email,
        @Nullable String mobile,
        UserStatus status,
        Provisioning provisioning,
        List<UUID> permissionSetIds,
        @Nullable Instant sessionsRevokedAt,
        long version,
        Instant registeredAt) {

    public boolean isActive() {
        return status == UserStatus.ACTIVE;
    }

    User renamed(String newName, @Nullable String newMobile) {
        return new User(
                id,
                accountId,
                tier,
                newName,
                email,
                newMobile,
                status,
                provisioning,
                permissionSetIds,
                sessionsRevokedAt,
                version + 1,
                registeredAt);
    }

    User disabled(Instant at) {
        return with(UserStatus.DISABLED, permissionSetIds, at);
    }

    User enabled() {
        return with(UserStatus.ACTIVE, permissionSetIds, sessionsRevokedAt);
    }

    User holding(List<UUID> sets) {
        return with(status, sets, sessionsRevokedAt);
    }

    private User with(UserStatus newStatus, List<UUID> sets, @Nullable Instant revokedAt) {
        return new User(
                id,
                accountId,
                tier,
                name,
                email,
                mobile,
                newStatus,
                provisioning,
                sets,
                revokedAt,
                version + 1,
                registeredAt);
    }
}
