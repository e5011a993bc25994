package ai.whatsflow.voucher.redemption;

import com.fasterxml.uuid.NoArgGenerator;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Writes a redemption down and tells about it, in the transaction that used the voucher. */
@Service
class RecordRedemption {
    private final Redemptions redemptions;
    private final RedemptionAnnouncer announcer;
    private final NoArgGenerator ids;

    RecordRedemption(Redemptions redemptions, RedemptionAnnouncer announcer, NoArgGenerator ids) {
        this.redemptions = redemptions;
        this.announcer = announcer;
        this.ids = ids;
    }

    Redemption record(Redeemer redeemer, RedeemableVouchers.Found voucher, int use, Instant now) {
        Redemption redemption = new Redemption(
                ids.generate(),
                voucher.id(),
                voucher.batchId(),
                use,
                redeemer.accountId(),
                redeemer.userId(),
                voucher.value(),
                now);
        redemptions.add(redemption);
        announcer.redeemed(redemption);
        return redemption;
    }
}
