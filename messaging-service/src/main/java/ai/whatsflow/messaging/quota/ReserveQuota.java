package ai.whatsflow.messaging.quota;

import ai.whatsflow.messaging.MessagingProblem;
import ai.whatsflow.messaging.entitlement.Entitlement;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Account;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes messages out of the month's quota, all or none, inside the transaction that accepts them. Call it last before
 * the rows are written: the account's quota is locked until that transaction ends.
 */
@Component
public class ReserveQuota {

    private final ReadQuota read;
    private final Quotas quotas;

    ReserveQuota(ReadQuota read, Quotas quotas) {
        this.read = read;
        this.quotas = quotas;
    }

    /** @return the month the messages were taken from, to be remembered with them */
    @Transactional(propagation = Propagation.MANDATORY)
    public QuotaMonth reserve(Account account, long count) {
        Entitlement entitlement = read.inForce(account);
        QuotaMonth month = read.month(entitlement, account);
        long limit = entitlement.messages() == null ? Long.MAX_VALUE / 2 : entitlement.messages();
        if (count > 0 && !quotas.reserve(account.id(), month.start(), count, limit)) {
            throw exhausted(month, limit, quotas.used(account.id(), month.start()), count);
        }
        return month;
    }

    private static ProblemException exhausted(QuotaMonth month, long limit, long used, long count) {
        return new ProblemException(
                        MessagingProblem.QUOTA_EXHAUSTED,
                        "%d of %d messages are used and this needs %d. Nothing was sent. The month ends at %s; a larger package helps at once."
                                .formatted(used, limit, count, month.end()))
                .with("limit", limit)
                .with("used", used)
                .with("remaining", Math.max(0, limit - used))
                .with("requested", count)
                .with("periodEnd", month.end());
    }
}
