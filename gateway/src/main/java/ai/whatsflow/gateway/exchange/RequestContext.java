package ai.whatsflow.gateway.exchange;

import ai.whatsflow.gateway.directory.Caller;
import ai.whatsflow.gateway.directory.User;
import ai.whatsflow.gateway.problem.GatewayProblem;
import ai.whatsflow.gateway.route.ApiRoute;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * Everything the policies learn about one request, in one exchange attribute. Written by one thread at a time, in the
 * order of the chain.
 */
public final class RequestContext {

    private static final String ATTRIBUTE = RequestContext.class.getName();
    private static final Runnable NOTHING = () -> {};

    private final long startedAt;
    private final String requestId;
    private final TraceParent trace;
    private final String clientAddress;

    private @Nullable ApiRoute route;
    private @Nullable Caller caller;
    private @Nullable User user;
    private @Nullable String authorization;
    private @Nullable GatewayProblem problem;
    private Runnable whenAnswered = NOTHING;
    private long bytesSent;

    public RequestContext(long startedAt, String requestId, TraceParent trace, String clientAddress) {
        this.startedAt = startedAt;
        this.requestId = requestId;
        this.trace = trace;
        this.clientAddress = clientAddress;
    }

    public static RequestContext of(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(ATTRIBUTE);
    }

    public void bindTo(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    /** {@link System#nanoTime} at arrival. */
    public long startedAt() {
        return startedAt;
    }

    public String requestId() {
        return requestId;
    }

    public TraceParent trace() {
        return trace;
    }

    public String clientAddress() {
        return clientAddress;
    }

    public @Nullable ApiRoute routeIfAny() {
        return route;
    }

    /** The row of the route table; there is one wherever the filter chain runs. */
    public ApiRoute route() {
        ApiRoute found = route;
        if (found == null) {
            throw new IllegalStateException("Not routed");
        }
        return found;
    }

    public void routedTo(ApiRoute found) {
        this.route = found;
    }

    /** Null on routes that are open to anyone. */
    public @Nullable Caller caller() {
        return caller;
    }

    public @Nullable User user() {
        return user;
    }

    /** The Authorization header that the service gets; null for none. */
    public @Nullable String authorization() {
        return authorization;
    }

    public void calledBy(Caller verified, User standing, String forwardedAuthorization) {
        this.caller = verified;
        this.user = standing;
        this.authorization = forwardedAuthorization;
    }

    public @Nullable GatewayProblem problem() {
        return problem;
    }

    void refusedFor(GatewayProblem reason) {
        this.problem = reason;
    }

    /** To be run once when the head of the service's answer is here. */
    public void whenAnswered(Runnable action) {
        this.whenAnswered = action;
    }

    public void answered() {
        whenAnswered.run();
    }

    public long bytesSent() {
        return bytesSent;
    }

    public void sent(long bytes) {
        bytesSent += bytes;
    }
}
