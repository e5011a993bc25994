package ai.whatsflow.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.platform.test.Seeds;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillingCalendarTests {

    private static final ZoneId COLOMBO = ZoneId.of("Asia/Colombo");

    @ParameterizedTest
    @CsvSource({
        "31, 2026-01-31, 1, 2026-02-28",
        "31, 2026-02-28, 1, 2026-03-31",
        "31, 2026-03-31, 1, 2026-04-30",
        "30, 2028-01-30, 1, 2028-02-29",
        "29, 2028-02-29, 12, 2029-02-28",
        "29, 2029-02-28, 36, 2032-02-29",
        "15, 2026-01-15, 1, 2026-02-15",
        "1, 2026-12-01, 1, 2027-01-01"
    })
    void clampsTheBillingDayAndReturnsToIt(int day, LocalDate from, int months, LocalDate expected) {
        assertThat(new BillingCalendar(COLOMBO, day).after(from, months)).isEqualTo(expected);
    }

    @Test
    void countsDaysInTheAccountsTimeZone() {
        Instant lateInUtc = Instant.parse("2026-01-30T20:00:00Z");
        BillingCalendar calendar = BillingCalendar.startingAt(lateInUtc, COLOMBO);

        Period period = calendar.from(lateInUtc, 1);

        assertThat(calendar.billingDay()).isEqualTo(31);
        assertThat(period.start()).isEqualTo(Instant.parse("2026-01-30T18:30:00Z"));
        assertThat(period.end()).isEqualTo(Instant.parse("2026-02-27T18:30:00Z"));
    }

    @Test
    void periodsAreHalfOpen() {
        Period period = new Period(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"));

        assertThat(period.hasEnded(Instant.parse("2026-01-31T23:59:59.999Z"))).isFalse();
        assertThat(period.hasEnded(period.end())).isTrue();
    }

    @Test
    void consecutivePeriodsLeaveNoGap() {
        Seeds.check(200, random -> {
            ZoneId zone = ZoneId.of(random.nextBoolean() ? "Europe/Berlin" : "America/Santiago");
            Instant start = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(3 * 365 * 86_400));
            BillingCalendar calendar = BillingCalendar.startingAt(start, zone);
            Period period = calendar.from(start, 1);
            for (int month = 0; month < 30; month++) {
                Period next = calendar.from(period.end(), 1);
                assertThat(next.start()).isEqualTo(period.end());
                int day = LocalDate.ofInstant(next.end(), zone).getDayOfMonth();
                assertThat(day).isLessThanOrEqualTo(calendar.billingDay());
                period = next;
            }
        });
    }
}
