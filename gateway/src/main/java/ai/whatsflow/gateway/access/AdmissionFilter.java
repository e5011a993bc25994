package ai.whatsflow.gateway.access;

import ai.whatsflow.gateway.directory.Caller;
import ai.whatsflow.gateway.directory.Directory;
import ai.whatsflow.gateway.directory.User;
import ai.whatsflow.gateway.exchange.PolicyOrder;
import ai.whatsflow.gateway.exchange.RequestContext;
import ai.whatsflow.gateway.problem.GatewayProblem;
import ai.whatsflow.gateway.problem.Rejection;
import ai.whatsflow.gateway.route.ApiRoute;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Turns away who may never use this route: by tier, by permission module, and methods that it does not offer. */
@Component
final class AdmissionFilter implements GlobalFilter, Ordered {

    private final Directory directory;

    AdmissionFilter(Directory directory) {
        this.directory = directory;
    }

    @Override
    public int getOrder() {
        return PolicyOrder.ADMISSION.value();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        RequestContext context = RequestContext.of(exchange);
        ApiRoute route = context.route();
        Caller caller = context.caller();
        User user = context.user();
        if (caller != null && user != null) {
            if (!route.openTo().admits(user.tier())) {
                return refuse("This is not open to your tier.");
            }
            if (!directory.reaches(caller, user, route.modules())) {
                return refuse("None of your permissions reaches this.");
            }
        } else if (route.openTo().needsToken()) {
            return Mono.error(Rejection.of(GatewayProblem.UNAUTHENTICATED, "Send an access token or an API key."));
        }
        if (!route.offers(exchange.getRequest().getMethod())) {
            return Mono.error(Rejection.of(GatewayProblem.METHOD_NOT_ALLOWED, "This path does not take this method."));
        }
        return chain.filter(exchange);
    }

    private static Mono<Void> refuse(String detail) {
        return Mono.error(Rejection.of(GatewayProblem.FORBIDDEN, detail));
    }
}
