package ai.whatsflow.identity.user;

import ai.whatsflow.platform.security.Tier;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is to be registered, with which permission set. */
public record NewUser(
        UUID accountId,
        Tier tier,
        String name,
        String email,
        @Nullable String mobile,
        UUID permissionSetId) {}
