package ai.whatsflow.gateway.ratelimit;

import ai.whatsflow.gateway.ratelimit.PermitSource.Demand;
import ai.whatsflow.gateway.ratelimit.PermitSource.Grant;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * Refills buckets, many in one call and one call at a time. Those that run low wait for the next tick; those with
 * waiting requests go at once, or right after the call that is under way. When Redis fails or is late everybody is
 * released, it is left alone for a while, and meanwhile gateways admit their own share. Thread-safe; nothing blocks.
 */
final class PermitRefills {

    private static final Logger log = LoggerFactory.getLogger(PermitRefills.class);
    private static final int LARGEST_BATCH = 256;

    private final PermitSource source;
    private final Scheduler scheduler;
    private final Clock clock;
    private final Duration patience;
    private final long retryAfter;
    private final Counter calls;
    private final Counter failures;

    private List<PermitBucket> queue = new ArrayList<>();
    private Sinks.Empty<Void> queueServed = Sinks.empty();
    private boolean urgent;
    private boolean calling;
    private volatile long awayUntil = Long.MIN_VALUE;

    /** @param scheduler where calls start, because a client may block while it connects */
    PermitRefills(
            PermitSource source,
            Scheduler scheduler,
            RateLimitProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.source = source;
        this.scheduler = scheduler;
        this.clock = clock;
        this.patience = properties.patience();
        this.retryAfter = properties.retryRedisAfter().toMillis();
        this.calls = meters.counter("gateway.rate-limit.redis-calls");
        this.failures = meters.counter("gateway.rate-limit.redis-failures");
    }

    boolean redisAnswers() {
        return awayUntil == Long.MIN_VALUE;
    }

    /** Refills the bucket with the next tick if it runs low. */
    void soon(PermitBucket bucket) {
        if (bucket.runsLow()) {
            enqueue(bucket);
        }
    }

    /** Completes when the bucket was refilled, or can't be; never fails. */
    Mono<Void> now(PermitBucket bucket) {
        Mono<Void> served;
        synchronized (this) {
            served = enqueue(bucket);
            urgent |= bucket.isQueued();
        }
        callWhatIsQueued();
        return served;
    }

    /** Called once per tick. */
    void tick() {
        callWhatIsQueued();
    }

    /** What the bucket waits for: the queue that it has just joined or is in already, or the call under way. */
    private synchronized Mono<Void> enqueue(PermitBucket bucket) {
        if (bucket.join(queueServed)) {
            queue.add(bucket);
        }
        return bucket.served();
    }

    private void callWhatIsQueued() {
        List<PermitBucket> batch;
        Sinks.Empty<Void> served;
        boolean may;
        synchronized (this) {
            if (calling || queue.isEmpty()) {
                return;
            }
            batch = queue;
            served = queueServed;
            queue = new ArrayList<>();
            queueServed = Sinks.empty();
            urgent = false;
            may = !leftAlone();
            calling = may;
        }
        if (may) {
            call(batch, served);
        } else {
            batch.forEach(PermitBucket::leave);
            served.tryEmitEmpty();
        }
    }

    private boolean leftAlone() {
        return awayUntil != Long.MIN_VALUE && clock.millis() < awayUntil;
    }

    /** A late answer is left to itself, not interrupted: connecting may take longer than a request can wait. */
    private void call(List<PermitBucket> batch, Sinks.Empty<Void> served) {
        List<Demand> demands = new ArrayList<>(batch.size());
        for (PermitBucket bucket : batch) {
            demands.add(new Demand(bucket.key(), bucket.ask(), bucket.quota()));
        }
        take(demands, 0)
                .subscribeOn(scheduler)
                .cache()
                .timeout(patience)
                .subscribe(grants -> answered(batch, grants, served), error -> failed(batch, demands, error, served));
    }

    /** Very long queues go in several calls, so that no single script holds Redis up. */
    private Mono<List<Grant>> take(List<Demand> demands, int from) {
        int to = Math.min(demands.size(), from + LARGEST_BATCH);
        calls.increment();
        Mono<List<Grant>> first = Mono.defer(() -> source.take(demands.subList(from, to)));
        if (to == demands.size()) {
            return first;
        }
        return first.flatMap(grants -> take(demands, to).map(rest -> {
            List<Grant> all = new ArrayList<>(grants);
            all.addAll(rest);
            return all;
        }));
    }

    private void answered(List<PermitBucket> batch, List<Grant> grants, Sinks.Empty<Void> served) {
        long now = clock.millis();
        for (int i = 0; i < batch.size(); i++) {
            Grant grant = grants.get(i);
            batch.get(i).refilled(grant.granted(), grant.left(), grant.windowLeft(), now);
        }
        if (!redisAnswers()) {
            log.info("Redis answers again; rate limits are shared");
            awayUntil = Long.MIN_VALUE;
        }
        done(served);
    }

    private void failed(
            List<PermitBucket> batch, List<Demand> demands, @Nullable Throwable error, Sinks.Empty<Void> served) {
        failures.increment();
        if (redisAnswers()) {
            log.warn("Redis does not answer; each gateway admits its share of a limit: {}", String.valueOf(error));
        }
        awayUntil = clock.millis() + retryAfter;
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).notRefilled(demands.get(i).ask());
        }
        done(served);
    }

    private void done(Sinks.Empty<Void> served) {
        boolean more;
        synchronized (this) {
            calling = false;
            more = urgent;
        }
        served.tryEmitEmpty();
        if (more) {
            callWhatIsQueued();
        }
    }
}
