package ai.whatsflow.gateway.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code gateway.requests} by route and outcome; both sets are closed. */
final class RequestTimers {

    enum Outcome {
        SUCCESS,
        REDIRECTION,
        CLIENT_ERROR,
        SERVER_ERROR,
        RATE_LIMITED,
        ABORTED;

        static Outcome of(int status, boolean complete) {
            if (!complete) {
                return ABORTED;
            }
            if (status == 429) {
                return RATE_LIMITED;
            }
            return status < 300 ? SUCCESS : status < 400 ? REDIRECTION : status < 500 ? CLIENT_ERROR : SERVER_ERROR;
        }
    }

    private final MeterRegistry meters;
    private final Map<String, @Nullable Timer[]> timers = new ConcurrentHashMap<>();

    RequestTimers(MeterRegistry meters) {
        this.meters = meters;
    }

    void record(String route, Outcome outcome, long nanos) {
        @Nullable Timer[] ofRoute = timers.get(route);
        if (ofRoute == null) {
            ofRoute = timers.computeIfAbsent(route, first -> new @Nullable Timer[Outcome.values().length]);
        }
        Timer timer = ofRoute[outcome.ordinal()];
        if (timer == null) {
            timer = create(route, outcome);
            ofRoute[outcome.ordinal()] = timer;
        }
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Registering the same timer twice gives the first one back, so a race here does no harm. */
    private Timer create(String route, Outcome outcome) {
        return Timer.builder("gateway.requests")
                .description("Time from the arrival of a request to the last byte of its answer")
                .tag("route", route)
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .serviceLevelObjectives(
                        Duration.ofMillis(5),
                        Duration.ofMillis(25),
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2))
                .register(meters);
    }
}
