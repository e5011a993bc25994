package ai.whatsflow.messaging.quota;

import ai.whatsflow.messaging.MessagingProblem;
import ai.whatsflow.messaging.quota.Quotas.Granted;
import ai.whatsflow.platform.problem.Outcome;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Account;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes messages out of the month's quota, inside the transaction that accepts them. Call it last before the rows are
 * written: the account's quota is locked until that transaction ends.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ReserveQuota {

    private final ReadQuota read;
    private final Quotas quotas;

    ReserveQuota(ReadQuota read, Quotas quotas) {
        this.read = read;
        this.quotas = quotas;
    }

    /**
     * Takes all or none.
     *
     * @return the month the messages were taken from, to be remembered with them
     */
    public QuotaMonth reserve(Account account, long count) {
        Allowance allowance = read.allowance(account);
        QuotaMonth month = allowance.month();
        if (count > 0 && !quotas.reserve(account.id(), month.start(), count, allowance.most())) {
            throw exhausted(allowance, quotas.used(account.id(), month.start()), count);
        }
        return month;
    }

    /** Takes one message for each entry; where an account has not enough for all of its own, its first ones get it. */
    public List<Outcome<QuotaMonth>> reserveEach(List<Account> senders) {
        return Outcome.each(read.allowances(senders), this::take);
    }

    private List<Outcome<QuotaMonth>> take(List<Allowance> allowances) {
        Map<Allowance, Long> wanted =
                allowances.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Map<Allowance, Granted> granted = quotas.reserveEach(wanted);
        Map<Allowance, Long> taken = new HashMap<>();
        List<Outcome<QuotaMonth>> outcomes = new ArrayList<>(allowances.size());
        for (Allowance allowance : allowances) {
            Granted most = Objects.requireNonNull(granted.get(allowance));
            outcomes.add(
                    taken.merge(allowance, 1L, Long::sum) <= most.count()
                            ? Outcome.of(allowance.month())
                            : Outcome.refused(exhausted(allowance, most.used(), 1)));
        }
        return outcomes;
    }

    private static ProblemException exhausted(Allowance allowance, long used, long count) {
        long limit = allowance.most();
        return new ProblemException(
                        MessagingProblem.QUOTA_EXHAUSTED,
                        "%d of %d messages are used and this needs %d. Nothing was sent. The month ends at %s; a larger package helps at once."
                                .formatted(used, limit, count, allowance.month().end()))
                .with("limit", limit)
                .with("used", used)
                .with("remaining", Math.max(0, limit - used))
                .with("requested", count)
                .with("periodEnd", allowance.month().end());
    }
}
