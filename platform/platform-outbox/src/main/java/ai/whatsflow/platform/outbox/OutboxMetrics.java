package ai.whatsflow.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How much went out, how late, and how often the relay had to start over. */
final class OutboxMetrics {

    private final Clock clock;
    private final Counter rows;
    private final Counter records;
    private final Counter failures;
    private final Timer lag;

    OutboxMetrics(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        rows = registry.counter("outbox.relayed.rows");
        records = registry.counter("outbox.relayed.records");
        failures = registry.counter("outbox.relay.failures");
        lag = Timer.builder("outbox.relay.lag")
                .description("from the transaction's start to the acknowledgement by Kafka")
                .register(registry);
    }

    void relayed(int rowCount, int recordCount, Instant recordedAt) {
        rows.increment(rowCount);
        records.increment(recordCount);
        Duration late = Duration.between(recordedAt, clock.instant());
        lag.record(late.isNegative() ? Duration.ZERO : late);
    }

    void failed() {
        failures.increment();
    }
}
