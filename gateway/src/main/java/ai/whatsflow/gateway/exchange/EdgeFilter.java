package ai.whatsflow.gateway.exchange;

import ai.whatsflow.gateway.problem.GatewayProblem;
import ai.whatsflow.gateway.problem.ProblemAnswers;
import ai.whatsflow.gateway.problem.Rejection;
import ai.whatsflow.gateway.problem.Rejections;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/**
 * The outermost filter of every request, routed or not: gives it its ids, answers preflights, sets the headers that
 * every answer carries, turns every error into a problem document, and hands the finished request to the observer. The
 * only web filter; the policies of routed requests are global filters of the gateway.
 */
@Component
final class EdgeFilter implements WebFilter, Ordered {

    private static final Logger log = LoggerFactory.getLogger(EdgeFilter.class);
    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    private final EdgeProperties properties;
    private final CorsPolicy cors;
    private final ClientAddress clientAddress;
    private final ProblemAnswers problems;
    private final FinishedRequests finished;

    EdgeFilter(
            EdgeProperties properties,
            CorsPolicy cors,
            ClientAddress clientAddress,
            ProblemAnswers problems,
            FinishedRequests finished) {
        this.properties = properties;
        this.cors = cors;
        this.clientAddress = clientAddress;
        this.problems = problems;
        this.finished = finished;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        RequestContext context = begin(exchange.getRequest());
        context.bindTo(exchange);
        return proceed(exchange, chain, context)
                .onErrorResume(error -> refuse(exchange, context, error))
                .doFinally(signal -> finished.observe(exchange, context, signal == SignalType.ON_COMPLETE));
    }

    private RequestContext begin(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        return new RequestContext(
                System.nanoTime(),
                RequestId.of(headers.getFirst(RequestId.HEADER)),
                TraceParent.of(headers.getFirst("traceparent"), properties.traceSampling()),
                clientAddress.of(request));
    }

    private Mono<Void> proceed(ServerWebExchange exchange, WebFilterChain chain, RequestContext context) {
        ServerHttpRequest request = exchange.getRequest();
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.set(RequestId.HEADER, context.requestId());
        SecurityHeaders.add(request.getURI().getRawPath(), headers);
        cors.admit(request, headers);
        try {
            if (!METHODS.contains(request.getMethod())) {
                throw Rejection.of(GatewayProblem.METHOD_NOT_ALLOWED, "This method is not offered here.");
            }
            if (cors.isPreflight(request)) {
                cors.answerPreflight(request, headers);
                exchange.getResponse().setStatusCode(HttpStatus.NO_CONTENT);
                return exchange.getResponse().setComplete();
            }
            return chain.filter(exchange);
        } catch (Rejection rejection) {
            return Mono.error(rejection);
        }
    }

    private Mono<Void> refuse(ServerWebExchange exchange, RequestContext context, Throwable error) {
        Rejection rejection = Rejections.of(error);
        context.refusedFor(rejection.problem());
        if (rejection.problem() == GatewayProblem.INTERNAL) {
            log.error("Request {} failed", context.requestId(), error);
        }
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        return problems.write(exchange, rejection, context.requestId());
    }
}
