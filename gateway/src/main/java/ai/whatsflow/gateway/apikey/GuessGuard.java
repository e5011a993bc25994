package ai.whatsflow.gateway.apikey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts refused keys by address, so that guessing is slow. Keys that are already known are not held up by it. */
final class GuessGuard {

    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int ADDRESSES = 50_000;

    private final int allowed;
    private final Cache<String, AtomicInteger> refusals;

    GuessGuard(int allowed, Clock clock) {
        this.allowed = allowed;
        this.refusals = Caffeine.newBuilder()
                .maximumSize(ADDRESSES)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfterWrite(WINDOW)
                .build();
    }

    boolean mustWait(String address) {
        AtomicInteger counted = refusals.getIfPresent(address);
        return counted != null && counted.get() >= allowed;
    }

    void refused(String address) {
        refusals.get(address, first -> new AtomicInteger()).incrementAndGet();
    }
}
