package ai.whatsflow.messaging.quota;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A month of quota, half-open. Months begin on the monthly anniversaries of the period's start in the account's time
 * zone; a start on the 31st begins on the last day of shorter months and returns to the 31st. The last month ends with
 * the period.
 */
public record QuotaMonth(Instant start, Instant end) {

    /**
     * The month of a period that holds a moment; empty once the period is over. A moment before the period belongs to
     * its first month: clocks of two machines differ a little.
     */
    public static Optional<QuotaMonth> holding(Instant moment, Instant periodStart, Instant periodEnd, ZoneId zone) {
        if (!moment.isBefore(periodEnd)) {
            return Optional.empty();
        }
        ZonedDateTime first = periodStart.atZone(zone);
        long months = Math.max(0, ChronoUnit.MONTHS.between(first, moment.atZone(zone)));
        while (!moment.isBefore(first.plusMonths(months + 1).toInstant())) {
            months++;
        }
        // Where the clock jumps forward over an anniversary, that one is later than local time says.
        while (months > 0 && moment.isBefore(first.plusMonths(months).toInstant())) {
            months--;
        }
        Instant end = first.plusMonths(months + 1).toInstant();
        return Optional.of(
                new QuotaMonth(first.plusMonths(months).toInstant(), end.isBefore(periodEnd) ? end : periodEnd));
    }
}
