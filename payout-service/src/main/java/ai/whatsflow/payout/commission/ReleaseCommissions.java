package ai.whatsflow.payout.commission;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes commissions payable whose refund window is over. One conditional update, so any number of replicas may run it. */
@Service
public class ReleaseCommissions {
    private final Commissions commissions;
    private final Clock clock;

    ReleaseCommissions(Commissions commissions, Clock clock) {
        this.commissions = commissions;
        this.clock = clock;
    }

    @Transactional
    @Scheduled(fixedDelayString = "${payout.commission.release-interval}")
    public void release() {
        commissions.release(clock.instant());
    }
}
