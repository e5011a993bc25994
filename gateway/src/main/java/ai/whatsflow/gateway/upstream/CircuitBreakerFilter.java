package ai.whatsflow.gateway.upstream;

import ai.whatsflow.gateway.exchange.PolicyOrder;
import ai.whatsflow.gateway.exchange.RequestContext;
import ai.whatsflow.gateway.problem.GatewayProblem;
import ai.whatsflow.gateway.problem.Rejection;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Does not call a service that has been failing, and turns failures of the call into problems. */
@Component
final class CircuitBreakerFilter implements GlobalFilter, Ordered {

    private final CircuitBreakers breakers;
    private final Duration open;

    CircuitBreakerFilter(CircuitBreakers breakers, UpstreamProperties properties) {
        this.breakers = breakers;
        this.open = properties.breaker().open();
    }

    @Override
    public int getOrder() {
        return PolicyOrder.CIRCUIT_BREAKER.value();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        RequestContext context = RequestContext.of(exchange);
        CircuitBreaker breaker = breakers.of(context.route().service());
        if (!breaker.tryAcquirePermission()) {
            return Mono.error(Rejection.retryLater(
                    GatewayProblem.DEPENDENCY_UNAVAILABLE, "The service has been failing; it is given a rest.", open));
        }
        UpstreamCall call = new UpstreamCall(breaker);
        context.whenAnswered(call::answered);
        return chain.filter(exchange).onErrorMap(call::failed).doOnCancel(call::abandoned);
    }
}
