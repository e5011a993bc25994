package ai.whatsflow.gateway.exchange;

import ai.whatsflow.gateway.problem.GatewayProblem;
import ai.whatsflow.gateway.problem.Rejection;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * Which origins may read answers in a browser. Tokens travel in a header, never in a cookie, so credentials mode stays
 * off; a foreign origin's simple request is served without the headers that would let a page read it.
 */
@Component
final class CorsPolicy {

    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_HEADERS = "Authorization, Content-Type, Accept, Idempotency-Key, If-Match,"
            + " If-None-Match, Last-Event-ID, X-API-Key, X-Request-Id, traceparent, tracestate";
    private static final String RESPONSE_HEADERS = "Location, ETag, Retry-After, RateLimit, RateLimit-Policy,"
            + " X-Request-Id, Content-Disposition, WWW-Authenticate";

    private final Set<String> allowedOrigins;
    private final String maxAge;

    CorsPolicy(EdgeProperties properties) {
        this.allowedOrigins = Set.copyOf(properties.cors().allowedOrigins());
        this.maxAge = Long.toString(properties.cors().maxAge().toSeconds());
    }

    boolean isPreflight(ServerHttpRequest request) {
        return request.getMethod() == HttpMethod.OPTIONS
                && request.getHeaders().containsHeader(HttpHeaders.ORIGIN)
                && request.getHeaders().containsHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }

    void answerPreflight(ServerHttpRequest request, HttpHeaders response) {
        String origin = request.getHeaders().getFirst(HttpHeaders.ORIGIN);
        if (origin == null || !allowedOrigins.contains(origin)) {
            throw Rejection.of(GatewayProblem.ORIGIN_REFUSED, "This origin is not one of the platform's frontends.");
        }
        response.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        response.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS);
        response.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, maxAge);
    }

    /** Every answer to a known origin can be read by its page, refusals too. */
    void admit(ServerHttpRequest request, HttpHeaders response) {
        String origin = request.getHeaders().getFirst(HttpHeaders.ORIGIN);
        response.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        if (origin != null && allowedOrigins.contains(origin)) {
            response.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            response.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, RESPONSE_HEADERS);
        }
    }
}
