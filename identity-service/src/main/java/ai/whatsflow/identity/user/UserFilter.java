package ai.whatsflow.identity.user;

import ai.whatsflow.platform.security.Tier;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which users are wanted; {@code within} is the account whose subtree bounds the list, null for everything. */
public record UserFilter(
        @Nullable UUID within,
        @Nullable Tier tier,
        @Nullable UserStatus status,
        @Nullable String text) {}
