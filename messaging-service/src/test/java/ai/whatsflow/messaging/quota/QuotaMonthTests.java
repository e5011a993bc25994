package ai.whatsflow.messaging.quota;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.platform.test.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaMonthTests {

    private static final ZoneId COLOMBO = ZoneId.of("Asia/Colombo");

    @ParameterizedTest
    @CsvSource({
        // period start, moment, expected start, expected end: local days
        "2026-01-15, 2026-01-15, 2026-01-15, 2026-02-15",
        "2026-01-15, 2026-02-14, 2026-01-15, 2026-02-15",
        "2026-01-15, 2026-02-15, 2026-02-15, 2026-03-15",
        "2026-01-31, 2026-02-27, 2026-01-31, 2026-02-28",
        "2026-01-31, 2026-02-28, 2026-02-28, 2026-03-31",
        "2026-01-31, 2026-03-30, 2026-02-28, 2026-03-31",
        "2026-01-31, 2026-03-31, 2026-03-31, 2026-04-30",
        "2028-01-31, 2028-02-29, 2028-02-29, 2028-03-31",
        "2026-08-31, 2027-02-28, 2027-02-28, 2027-03-31",
        "2026-01-15, 2026-12-20, 2026-12-15, 2027-01-15",
    })
    void beginsOnTheAnniversaryOrTheLastDayOfAShorterMonth(
            LocalDate start, LocalDate moment, LocalDate expectedStart, LocalDate expectedEnd) {
        Instant periodStart = at(start);
        assertThat(QuotaMonth.holding(at(moment), periodStart, at(start.plusYears(1)), COLOMBO))
                .contains(new QuotaMonth(at(expectedStart), at(expectedEnd)));
    }

    @Test
    void isCutByTheEndOfThePeriod() {
        Instant start = at(LocalDate.of(2026, 1, 15));
        Instant end = start.plus(Duration.ofDays(7));
        assertThat(QuotaMonth.holding(start.plusSeconds(1), start, end, COLOMBO))
                .contains(new QuotaMonth(start, end));
        assertThat(QuotaMonth.holding(end.minusNanos(1), start, end, COLOMBO)).isPresent();
        assertThat(QuotaMonth.holding(end, start, end, COLOMBO)).isEmpty();
    }

    @Test
    void countsAMomentBeforeThePeriodToItsFirstMonth() {
        Instant start = at(LocalDate.of(2026, 1, 15));
        QuotaMonth first = QuotaMonth.holding(start, start, at(LocalDate.of(2027, 1, 15)), COLOMBO)
                .orElseThrow();
        assertThat(QuotaMonth.holding(start.minusMillis(20), start, at(LocalDate.of(2027, 1, 15)), COLOMBO))
                .contains(first);
    }

    @Test
    void keepsTheLocalHourAcrossClockChanges() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        ZonedDateTime start = ZonedDateTime.of(2026, 3, 10, 9, 0, 0, 0, berlin);
        QuotaMonth second = QuotaMonth.holding(
                        start.plusMonths(1).toInstant(),
                        start.toInstant(),
                        start.plusYears(1).toInstant(),
                        berlin)
                .orElseThrow();
        assertThat(second.start().atZone(berlin).getHour()).isEqualTo(9);
        assertThat(second.start()).isEqualTo(Instant.parse("2026-04-10T07:00:00Z"));
    }

    @Test
    void monthsFollowEachOtherWithoutGapOrOverlap() {
        ZoneId[] zones = {COLOMBO, ZoneId.of("UTC"), ZoneId.of("America/New_York"), ZoneId.of("Pacific/Apia")};
        Seeds.check(300, random -> {
            ZoneId zone = zones[random.nextInt(zones.length)];
            Instant start = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(200_000_000));
            Instant end = start.atZone(zone).plusMonths(1 + random.nextInt(24)).toInstant();
            Instant at = start;
            int months = 0;
            while (at.isBefore(end)) {
                QuotaMonth month = QuotaMonth.holding(at, start, end, zone).orElseThrow();
                assertThat(month.start()).isEqualTo(at);
                assertThat(month.end()).isAfter(at).isBeforeOrEqualTo(end);
                assertThat(QuotaMonth.holding(month.end().minusNanos(1), start, end, zone))
                        .contains(month);
                at = month.end();
                months++;
            }
            assertThat(at).isEqualTo(end);
            assertThat(months).isLessThanOrEqualTo(24);
        });
    }

    /** In New York 02:48 does not exist on 11 March 2029: the month begins at 03:48 and not a moment earlier. */
    @Test
    void beginsAMonthLateWhereTheClockJumpsOverItsStart() {
        Instant start = Instant.parse("2029-01-11T07:48:42Z");
        Instant end = Instant.parse("2029-06-11T06:48:42Z");
        Instant march = Instant.parse("2029-03-11T07:48:42Z");
        ZoneId newYork = ZoneId.of("America/New_York");

        assertThat(QuotaMonth.holding(march.minusNanos(1), start, end, newYork))
                .contains(new QuotaMonth(Instant.parse("2029-02-11T07:48:42Z"), march));
        assertThat(QuotaMonth.holding(march, start, end, newYork).orElseThrow().start())
                .isEqualTo(march);
    }

    private static Instant at(LocalDate day) {
        return day.atTime(10, 30).atZone(COLOMBO).toInstant();
    }
}
