package ai.whatsflow.voucher.redemption;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who redeems, for which account.
 *
 * @param currency the account's currency, ISO 4217
 * @param address where the request came from, if the door told
 */
public record Redeemer(
        UUID accountId,
        UUID userId,
        String currency,
        @Nullable String address) {}
