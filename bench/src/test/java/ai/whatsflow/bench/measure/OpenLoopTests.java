package ai.whatsflow.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class OpenLoopTests {

    @Test
    void showsAStallInEverythingThatWasMeantToStartMeanwhile() {
        Histogram seen = OpenLoop.checked(100);

        assertThat(seen.getTotalCount()).isEqualTo(300);
        assertThat(seen.getMaxValue()).isGreaterThan(900_000);
    }

    @Test
    void startsAsManyAsIntendedHoweverLongTheyTake() {
        AtomicInteger started = new AtomicInteger();

        new OpenLoop(50, Duration.ofSeconds(1)).run((number, intended) -> {
            started.incrementAndGet();
            Thread.sleep(300);
        });

        assertThat(started).hasValue(50);
    }
}
