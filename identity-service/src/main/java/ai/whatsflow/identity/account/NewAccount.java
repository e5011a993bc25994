package ai.whatsflow.identity.account;

import ai.whatsflow.platform.security.Tier;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** An account to be opened with its first user. */
public record NewAccount(
        Tier tier, String name, String email, @Nullable String mobile, String currency, ZoneId timeZone) {}
