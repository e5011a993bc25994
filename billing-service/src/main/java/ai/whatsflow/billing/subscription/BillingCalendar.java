package ai.whatsflow.billing.subscription;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * Billing dates of one account: whole days in its time zone. A billing day that a month lacks falls on its last day,
 * and on the billing day again afterwards.
 */
record BillingCalendar(ZoneId zone, int billingDay) {

    static BillingCalendar startingAt(Instant instant, ZoneId zone) {
        return new BillingCalendar(zone, instant.atZone(zone).getDayOfMonth());
    }

    /** The days from the one that holds this instant. */
    Period from(Instant instant, int months) {
        LocalDate start = LocalDate.ofInstant(instant, zone);
        return new Period(midnight(start), midnight(after(start, months)));
    }

    LocalDate after(LocalDate date, int months) {
        YearMonth month = YearMonth.from(date).plusMonths(months);
        return month.atDay(Math.min(billingDay, month.lengthOfMonth()));
    }

    private Instant midnight(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }
}
