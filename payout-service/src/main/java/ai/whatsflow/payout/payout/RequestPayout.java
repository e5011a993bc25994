package ai.whatsflow.payout.payout;

import ai.whatsflow.payout.commission.ReleaseCommissions;
import ai.whatsflow.payout.payout.RequestOutcome.BelowMinimum;
import ai.whatsflow.payout.payout.RequestOutcome.MoreThanPayable;
import ai.whatsflow.payout.payout.RequestOutcome.NothingPayable;
import ai.whatsflow.payout.payout.RequestOutcome.Requested;
import ai.whatsflow.payout.payout.RequestOutcome.Unmatched;
import ai.whatsflow.platform.money.Money;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks for payable commissions to be paid out, and holds them until that is decided. */
@Service
public class RequestPayout {
    private final ReleaseCommissions release;
    private final PayableCommissions commissions;
    private final OpenPayout open;
    private final PayoutProperties properties;

    RequestPayout(
            ReleaseCommissions release, PayableCommissions commissions, OpenPayout open, PayoutProperties properties) {
        this.release = release;
        this.commissions = commissions;
        this.open = open;
        this.properties = properties;
    }

    @Transactional
    public RequestOutcome request(PayoutOrder order) {
        release.release();
        List<PayableCommission> payable = commissions.lock(order);
        if (payable.isEmpty()) {
            return new NothingPayable();
        }
        return switch (Selection.of(payable, order.currency(), order.amount())) {
            case Selection.Picked(var picked, var total) -> request(order, picked, total);
            case Selection.Missed(var below, var above) -> new Unmatched(below, above);
            case Selection.TooMuch(var sum) -> new MoreThanPayable(sum);
        };
    }

    private RequestOutcome request(PayoutOrder order, List<PayableCommission> picked, Money total) {
        Money minimum = properties.minimum(order.currency());
        return total.compareTo(minimum) < 0
                ? new BelowMinimum(total, minimum)
                : new Requested(open.open(order, picked, total));
    }
}
