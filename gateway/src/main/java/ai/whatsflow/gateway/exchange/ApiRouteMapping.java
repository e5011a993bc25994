package ai.whatsflow.gateway.exchange;

import ai.whatsflow.gateway.problem.GatewayProblem;
import ai.whatsflow.gateway.problem.Rejection;
import ai.whatsflow.gateway.route.ApiRoute;
import ai.whatsflow.gateway.route.PathGuard;
import ai.whatsflow.gateway.route.RouteTable;
import java.net.URI;
import org.springframework.cloud.gateway.config.GlobalCorsProperties;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.handler.RoutePredicateHandlerMapping;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Looks a request up in the route table instead of asking one predicate after the other. All rows share one gateway
 * route, because their differences are read by the policies from the row itself.
 */
@Component
final class ApiRouteMapping extends RoutePredicateHandlerMapping {

    private final RouteTable table;
    private final Mono<Route> theRoute = Mono.just(Route.async()
            .id("api")
            .uri(URI.create("http://service.invalid"))
            .predicate(exchange -> true)
            .build());

    ApiRouteMapping(
            FilteringWebHandler webHandler,
            RouteLocator routeLocator,
            GlobalCorsProperties cors,
            Environment environment,
            RouteTable table) {
        super(webHandler, routeLocator, cors, environment);
        this.table = table;
    }

    @Override
    protected Mono<Route> lookupRoute(ServerWebExchange exchange) {
        String path = exchange.getRequest().getURI().getRawPath();
        if (!PathGuard.accepts(path)) {
            return Mono.error(Rejection.of(GatewayProblem.UNREADABLE, "The path is not in its plain form."));
        }
        ApiRoute route = table.find(path);
        if (route == null) {
            return Mono.empty();
        }
        RequestContext.of(exchange).routedTo(route);
        return theRoute;
    }
}
