package ai.whatsflow.gateway.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A policy's refusal of a request. It travels as an error signal, so it has no stack trace: refusals are expected, and
 * a flood of them must stay cheap.
 */
public final class Rejection extends RuntimeException {

    private final GatewayProblem problem;
    private final @Nullable Duration retryAfter;

    private Rejection(GatewayProblem problem, String detail, @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    public static Rejection of(GatewayProblem problem, String detail) {
        return new Rejection(problem, detail, null);
    }

    /** A refusal that may be different after the given time. */
    public static Rejection retryLater(GatewayProblem problem, String detail, Duration retryAfter) {
        return new Rejection(problem, detail, retryAfter);
    }

    public GatewayProblem problem() {
        return problem;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
