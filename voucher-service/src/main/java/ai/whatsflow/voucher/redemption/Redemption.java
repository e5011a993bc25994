package ai.whatsflow.voucher.redemption;

import ai.whatsflow.platform.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * One use of a voucher by one account.
 *
 * @param use the how-manieth use of the voucher this is, from 1; unique per voucher
 */
public record Redemption(
        UUID id, UUID voucherId, UUID batchId, int use, UUID accountId, UUID userId, Money value, Instant redeemedAt) {}
