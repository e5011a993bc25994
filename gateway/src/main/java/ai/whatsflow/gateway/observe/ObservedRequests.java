package ai.whatsflow.gateway.observe;

import ai.whatsflow.gateway.directory.Caller;
import ai.whatsflow.gateway.exchange.FinishedRequests;
import ai.whatsflow.gateway.exchange.RequestContext;
import ai.whatsflow.gateway.observe.RequestTimers.Outcome;
import ai.whatsflow.gateway.problem.GatewayProblem;
import ai.whatsflow.gateway.route.ApiRoute;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/** Turns each finished request into a timer sample and an access line. Health probes and metrics leave no line. */
final class ObservedRequests implements FinishedRequests {

    private static final String UNROUTED = "unrouted";
    private static final int CALLER_GONE = 499;

    private final AccessLog accessLog;
    private final RequestTimers timers;
    private final Clock clock;

    ObservedRequests(AccessLog accessLog, RequestTimers timers, Clock clock) {
        this.accessLog = accessLog;
        this.timers = timers;
        this.clock = clock;
    }

    @Override
    public void observe(ServerWebExchange exchange, RequestContext context, boolean complete) {
        ApiRoute route = context.routeIfAny();
        String name = route == null ? UNROUTED : route.name();
        HttpStatusCode code = exchange.getResponse().getStatusCode();
        int status = code != null ? code.value() : complete ? 200 : CALLER_GONE;
        long duration = System.nanoTime() - context.startedAt();
        if (route == null || !route.stream()) {
            timers.record(name, Outcome.of(status, complete), duration);
        }
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getURI().getRawPath();
        if (path.startsWith("/actuator/")) {
            return;
        }
        Caller caller = context.caller();
        GatewayProblem problem = context.problem();
        accessLog.write(new AccessLine(
                clock.millis(),
                request.getMethod().name(),
                path,
                name,
                status,
                complete,
                duration,
                bytes(exchange, context),
                context.clientAddress(),
                caller == null ? null : caller.accountId().toString(),
                caller == null ? null : caller.userId().toString(),
                caller == null ? null : text(caller.apiKeyId()),
                problem == null ? null : problem.slug(),
                context.requestId(),
                context.trace().traceId()));
    }

    /** Bodies of services are counted as they pass; the gateway's own announce their length. */
    private static long bytes(ServerWebExchange exchange, RequestContext context) {
        return context.bytesSent() > 0
                ? context.bytesSent()
                : Math.max(0, exchange.getResponse().getHeaders().getContentLength());
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
