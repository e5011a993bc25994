package ai.whatsflow.identity.account;

import ai.whatsflow.platform.security.Tier;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which accounts are wanted; {@code within} is the account whose subtree bounds the list, null for everything. */
public record AccountFilter(
        @Nullable UUID within,
        @Nullable Tier tier,
        @Nullable AccountStatus status,
        @Nullable String text) {}
