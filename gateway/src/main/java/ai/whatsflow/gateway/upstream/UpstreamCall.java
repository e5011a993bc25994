package ai.whatsflow.gateway.upstream;

import ai.whatsflow.gateway.problem.GatewayProblem;
import ai.whatsflow.gateway.problem.Rejection;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.netty.handler.timeout.ReadTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One permitted call of a service, from its start to the head of the answer: a stream that stays open for hours is
 * good from then on. Reports to the circuit breaker exactly once.
 */
final class UpstreamCall {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final CircuitBreaker breaker;
    private final long startedAt = System.nanoTime();
    private final AtomicBoolean reported = new AtomicBoolean();

    UpstreamCall(CircuitBreaker breaker) {
        this.breaker = breaker;
    }

    void answered() {
        if (reported.compareAndSet(false, true)) {
            breaker.onSuccess(System.nanoTime() - startedAt, TimeUnit.NANOSECONDS);
        }
    }

    void abandoned() {
        if (reported.compareAndSet(false, true)) {
            breaker.releasePermission();
        }
    }

    /** What the caller is told; only failures of the way to the service and its silence count against it. */
    Throwable failed(Throwable error) {
        if (error instanceof Rejection) {
            abandoned();
            return error;
        }
        if (error instanceof CallerGoneException) {
            abandoned();
            return Rejection.of(GatewayProblem.UNREADABLE, "The body broke off.");
        }
        if (reported.compareAndSet(false, true)) {
            breaker.onError(System.nanoTime() - startedAt, TimeUnit.NANOSECONDS, error);
        }
        return error instanceof ReadTimeoutException
                ? Rejection.retryLater(GatewayProblem.UPSTREAM_TIMEOUT, "The service did not answer in time.", SOON)
                : Rejection.retryLater(
                        GatewayProblem.DEPENDENCY_UNAVAILABLE, "The service can't be reached now.", SOON);
    }
}
