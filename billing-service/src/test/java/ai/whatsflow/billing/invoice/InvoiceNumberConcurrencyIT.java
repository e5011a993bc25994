package ai.whatsflow.billing.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.billing.support.BillingIT;
import ai.whatsflow.platform.test.Race;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@BillingIT
class InvoiceNumberConcurrencyIT {

    @Autowired
    private InvoiceNumbers numbers;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void leavesNoGapWhenSixteenIssueAndSomeRollBack() {
        Instant inAYearOfItsOwn = Instant.parse("2031-06-01T00:00:00Z");

        List<Long> committed = Race.of(16, thread -> issue(new Random(thread), inAYearOfItsOwn)).stream()
                .flatMap(Collection::stream)
                .sorted()
                .toList();

        assertThat(committed)
                .isEqualTo(LongStream.rangeClosed(1, committed.size()).boxed().toList());
        assertThat(committed.size()).isBetween(50, 310);
    }

    @Test
    void theYearBeginsWhereTheIssuerIs() {
        InvoiceNumber first = transaction.execute(status -> numbers.next(Instant.parse("2032-12-31T18:29:59Z")));
        InvoiceNumber next = transaction.execute(status -> numbers.next(Instant.parse("2032-12-31T18:30:00Z")));

        assertThat(first).hasToString("WF-2032-000001");
        assertThat(next).hasToString("WF-2033-000001");
    }

    private List<Long> issue(Random random, Instant at) {
        return java.util.stream.IntStream.range(0, 20)
                .mapToObj(i -> transaction.execute(status -> {
                    long number = numbers.next(at).number();
                    if (random.nextInt(3) == 0) {
                        status.setRollbackOnly();
                        return -1L;
                    }
                    return number;
                }))
                .filter(number -> number != null && number > 0)
                .toList();
    }
}
