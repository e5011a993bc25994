package ai.whatsflow.billing.payment;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.billing.invoice.PaymentMethod;
import ai.whatsflow.billing.memory.InMemoryDatabase;
import ai.whatsflow.platform.money.Money;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemindersTests {

    private static final UUID ID = new UUID(1, 1);
    private static final Instant OPENED = Instant.parse("2026-11-21T04:30:00Z");
    private static final Instant EXPIRES = OPENED.plus(Duration.ofHours(24));
    private static final Instant LAST_LOOK = EXPIRES.plus(Duration.ofDays(7));
    private static final PaymentProperties PROPERTIES = new PaymentProperties(
            "PAYHERE",
            List.of(Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofDays(1)),
            Duration.ofHours(24),
            Duration.ofDays(7),
            Duration.ofDays(7),
            Duration.ofSeconds(15),
            0);

    private final InMemoryPayments payments = new InMemoryPayments(new InMemoryDatabase());

    @ParameterizedTest
    @EnumSource(
            value = PaymentStatus.class,
            names = {"SUCCESS", "FAILED", "CANCELLED"})
    void neverLeavesAloneWhatIsNotUnderstood(PaymentStatus ended) {
        insert(ended);

        Instant now = LAST_LOOK.plus(Duration.ofDays(30));
        for (int question = 0; question < 20; question++) {
            Instant next = notUnderstoodAt(now, false);
            assertThat(next).isAfter(now);
            now = claimAt(next);
        }
    }

    @Test
    void asksEverMoreRarelyForWhatHasEnded() {
        insert(PaymentStatus.CANCELLED);

        assertThat(notUnderstoodAt(claimAt(LAST_LOOK), false)).isEqualTo(LAST_LOOK.plus(Duration.ofDays(1)));
        Instant now = LAST_LOOK.plus(Duration.ofDays(1));
        int questions = 0;
        while (now.isBefore(LAST_LOOK.plus(Duration.ofDays(365)))) {
            now = notUnderstoodAt(claimAt(now), false);
            questions++;
        }
        assertThat(questions).isLessThan(12);
    }

    @Test
    void asksDailyUntilTheLastLook() {
        insert(PaymentStatus.FAILED);

        Instant before = claimAt(LAST_LOOK.minus(Duration.ofHours(30)));

        assertThat(notUnderstoodAt(before, false)).isEqualTo(before.plus(Duration.ofDays(1)));
    }

    @Test
    void asksDailyForWhatIsOpenHoweverOld() {
        insert(PaymentStatus.UNKNOWN);

        Instant late = claimAt(LAST_LOOK.plus(Duration.ofDays(300)));

        assertThat(notUnderstoodAt(late, false)).isEqualTo(late.plus(Duration.ofDays(1)));
    }

    @Test
    void beginsAnewAfterANotificationHoweverLate() {
        insert(PaymentStatus.CANCELLED);

        Instant late = claimAt(LAST_LOOK.plus(Duration.ofDays(100)));
        Instant first = notUnderstoodAt(late, true);
        Instant second = notUnderstoodAt(claimAt(first), false);
        Instant third = notUnderstoodAt(claimAt(second), false);

        assertThat(first).isEqualTo(late.plus(Duration.ofMinutes(5)));
        assertThat(second).isEqualTo(first.plus(Duration.ofHours(1)));
        assertThat(third).isAfter(second.plus(Duration.ofDays(100)));
    }

    private void insert(PaymentStatus status) {
        Payment payment = new Payment(
                ID,
                new UUID(1, 2),
                List.of(),
                PaymentType.RECHARGE,
                PaymentMethod.GATEWAY,
                "PAYHERE",
                null,
                Money.of("333.33", "LKR"),
                PaymentStatus.PENDING,
                null,
                null,
                null,
                null,
                null,
                0,
                OPENED,
                OPENED,
                EXPIRES,
                null);
        payments.insert(payment);
        payments.put(payment, status, null, 5, OPENED);
    }

    /** The janitor takes it then. */
    private Instant claimAt(Instant now) {
        assertThat(payments.claimDue(now, now.plus(Duration.ofMinutes(5)), 1)).containsExactly(ID);
        return now;
    }

    /** When it is asked for next. */
    private Instant notUnderstoodAt(Instant now, boolean notified) {
        new Reminders(payments, PROPERTIES, new SimpleMeterRegistry(), Clock.fixed(now, ZoneOffset.UTC))
                .later(payments.lock(ID), PaymentStatus.UNKNOWN, "the answer does not fit", notified);
        Instant next = payments.lock(ID).nextAskAt();
        assertThat(next).as("asked for again").isNotNull();
        return next;
    }
}
