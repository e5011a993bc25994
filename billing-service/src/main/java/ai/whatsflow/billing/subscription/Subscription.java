package ai.whatsflow.billing.subscription;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/**
 * What one account is entitled to. There is one per account for its whole life.
 *
 * @param version rises with each change, so that consumers can drop older snapshots
 */
public record Subscription(
        UUID id,
        UUID accountId,
        List<UUID> accountPath,
        long version,
        SubscriptionStatus status,
        Offer offer,
        Currency currency,
        ZoneId timeZone,
        int billingDay,
        Period period,
        Instant changedAt) {

    static Subscription starting(
            UUID id, Subscriber subscriber, SubscriptionStatus status, Offer offer, Period period, Instant now) {
        return new Subscription(
                id,
                subscriber.accountId(),
                subscriber.path(),
                1,
                status,
                offer,
                subscriber.currency(),
                subscriber.timeZone(),
                BillingCalendar.startingAt(period.start(), subscriber.timeZone())
                        .billingDay(),
                period,
                now);
    }

    /** Whether a purchase of this offer adds to the running period instead of starting a new one. */
    boolean isExtendedBy(Offer bought, Instant now) {
        return status == SubscriptionStatus.ACTIVE && !period.hasEnded(now) && bought.renews(offer);
    }

    /** The period that one more purchase of the same adds at the end. */
    Period extension(int months) {
        return new BillingCalendar(timeZone, billingDay).from(period.end(), months);
    }

    Subscription extended(Subscriber subscriber, Offer bought, Period extension, Instant now) {
        return next(
                subscriber,
                SubscriptionStatus.ACTIVE,
                bought,
                billingDay,
                new Period(period.start(), extension.end()),
                now);
    }

    Subscription activated(Subscriber subscriber, Offer bought, Period lasts, Instant now) {
        int day =
                BillingCalendar.startingAt(lasts.start(), subscriber.timeZone()).billingDay();
        return next(subscriber, SubscriptionStatus.ACTIVE, bought, day, lasts, now);
    }

    Subscription expired(Instant now) {
        Subscriber same = new Subscriber(accountId, accountPath, currency, timeZone);
        return next(same, SubscriptionStatus.EXPIRED, offer, billingDay, period, now);
    }

    private Subscription next(
            Subscriber subscriber, SubscriptionStatus next, Offer grants, int day, Period lasts, Instant now) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException(status + " can't become " + next);
        }
        return new Subscription(
                id,
                accountId,
                subscriber.path(),
                version + 1,
                next,
                grants,
                subscriber.currency(),
                subscriber.timeZone(),
                day,
                lasts,
                now);
    }
}
