package ai.whatsflow.voucher.redemption;

import ai.whatsflow.voucher.code.CodeHash;
import ai.whatsflow.voucher.code.VoucherCode;
import ai.whatsflow.voucher.redemption.RedeemableVouchers.Found;
import ai.whatsflow.voucher.redemption.RedemptionOutcome.Expired;
import ai.whatsflow.voucher.redemption.RedemptionOutcome.Redeemed;
import ai.whatsflow.voucher.redemption.RedemptionOutcome.Unknown;
import ai.whatsflow.voucher.redemption.RedemptionOutcome.Used;
import ai.whatsflow.voucher.redemption.RedemptionOutcome.WrongCurrency;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Redeems a code for an account. The currency is looked at first: once a voucher is used, its value must fit the
 * account's wallet. Then one conditional update decides, and a unique constraint stands behind it.
 */
@Service
public class RedeemVoucher {
    private final RedeemableVouchers vouchers;
    private final RecordRedemption record;
    private final GuessGuard guard;
    private final CodeHash hash;
    private final Clock clock;

    RedeemVoucher(RedeemableVouchers vouchers, RecordRedemption record, GuessGuard guard, CodeHash hash, Clock clock) {
        this.vouchers = vouchers;
        this.record = record;
        this.guard = guard;
        this.hash = hash;
        this.clock = clock;
    }

    @Transactional
    public RedemptionOutcome redeem(Redeemer redeemer, String typed) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<RedemptionOutcome.Locked> locked = guard.lockOn(redeemer, now);
        if (locked.isPresent()) {
            return locked.get();
        }
        return VoucherCode.read(typed)
                .flatMap(code -> vouchers.find(hash.of(code)))
                .map(voucher -> redeem(redeemer, voucher, now))
                .orElseGet(Unknown::new);
    }

    private RedemptionOutcome redeem(Redeemer redeemer, Found voucher, Instant now) {
        if (!voucher.value().currency().getCurrencyCode().equals(redeemer.currency())) {
            return new WrongCurrency(voucher.value().currency(), redeemer.currency());
        }
        Instant expiresAt = voucher.expiresAt();
        if (expiresAt != null && !now.isBefore(expiresAt)) {
            return new Expired(expiresAt);
        }
        Optional<Integer> use = vouchers.use(voucher.id());
        if (use.isEmpty()) {
            return new Used();
        }
        return new Redeemed(record.record(redeemer, voucher, use.get(), now));
    }
}
