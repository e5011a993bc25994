package ai.whatsflow.identity.user.web;

import ai.whatsflow.identity.permission.PermissionSet;
import ai.whatsflow.identity.user.Provisioning;
import ai.whatsflow.identity.user.User;
import ai.whatsflow.identity.user.UserStatus;
import ai.whatsflow.platform.security.Tier;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Schema(name = "User")
record UserView(
        UUID userId,
        UUID accountId,
        Tier tier,
        @Schema(example = "Anna Perera") String name,
        @Schema(example = "anna@example.com") String email,
        @Schema(example = "+94771234567") @Nullable String mobile,
        UserStatus status,

        @Schema(description = "PENDING until the sign-in exists and its one-time link has been mailed")
        Provisioning provisioning,

        @Schema(example = "[\"CUSTOMER\"]") List<String> permissionSets,
        long version,
        Instant registeredAt) {

    static UserView of(User user, Map<UUID, PermissionSet> sets) {
        return new UserView(
                user.id(),
                user.accountId(),
                user.tier(),
                user.name(),
                user.email(),
                user.mobile(),
                user.status(),
                user.provisioning(),
                user.permissionSetIds().stream()
                        .flatMap(id -> Stream.ofNullable(sets.get(id)))
                        .map(PermissionSet::name)
                        .sorted()
                        .toList(),
                user.version(),
                user.registeredAt());
    }
}
