package ai.whatsflow.gateway.upstream;

import ai.whatsflow.gateway.exchange.PolicyOrder;
import ai.whatsflow.gateway.exchange.RequestContext;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Refuses a body that announces itself as too large before a byte of it is read. Bodies without a length are counted
 * by {@link BodyLimit} while they are forwarded.
 */
@Component
final class BodyLimitFilter implements GlobalFilter, Ordered {

    @Override
    public int getOrder() {
        return PolicyOrder.BODY_LIMIT.value();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        long limit = RequestContext.of(exchange).route().body().toBytes();
        if (exchange.getRequest().getHeaders().getContentLength() > limit) {
            return Mono.error(BodyLimit.exceeded(limit));
        }
        return chain.filter(exchange);
    }
}
