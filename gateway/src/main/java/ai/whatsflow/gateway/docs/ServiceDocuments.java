package ai.whatsflow.gateway.docs;

import ai.whatsflow.gateway.problem.GatewayProblem;
import ai.whatsflow.gateway.problem.Rejection;
import ai.whatsflow.gateway.route.RouteTable;
import ai.whatsflow.gateway.route.ServiceLocations;
import ai.whatsflow.gateway.route.ServiceName;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The services' OpenAPI documents, as seen from outside: one server, this gateway, and only paths that are routed. A
 * document is kept for a while; while its service is away the last one is served.
 */
@Component
final class ServiceDocuments {

    private static final Logger log = LoggerFactory.getLogger(ServiceDocuments.class);
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final WebClient http;
    private final ServiceLocations services;
    private final RouteTable routes;
    private final JsonMapper mapper;
    private final Clock clock;
    private final Map<ServiceName, Held> held = new ConcurrentHashMap<>();

    ServiceDocuments(WebClient ownCalls, ServiceLocations services, RouteTable routes, JsonMapper mapper, Clock clock) {
        this.http = ownCalls;
        this.services = services;
        this.routes = routes;
        this.mapper = mapper;
        this.clock = clock;
    }

    Mono<byte[]> of(ServiceName service) {
        Held last = held.get(service);
        if (last != null && clock.millis() - last.readAt < FRESH.toMillis()) {
            return Mono.just(last.document);
        }
        return http.get()
                .uri(services.baseUrl(service) + "/v3/api-docs")
                .retrieve()
                .bodyToMono(byte[].class)
                .map(document -> keep(service, document))
                .onErrorResume(error -> lastOrRefuse(service, last, error));
    }

    private byte[] keep(ServiceName service, byte[] document) {
        byte[] outside = fromOutside(document);
        held.put(service, new Held(outside, clock.millis()));
        return outside;
    }

    private byte[] fromOutside(byte[] document) {
        JsonNode root = mapper.readTree(document);
        if (!(root instanceof ObjectNode api)) {
            throw new IllegalStateException("not an OpenAPI document");
        }
        api.putArray("servers").addObject().put("url", "/").put("description", "The gateway");
        if (api.get("paths") instanceof ObjectNode paths) {
            paths.propertyNames().stream()
                    .filter(path -> routes.find(path) == null)
                    .toList()
                    .forEach(paths::remove);
        }
        return mapper.writeValueAsBytes(api);
    }

    private static Mono<byte[]> lastOrRefuse(ServiceName service, @Nullable Held last, Throwable error) {
        log.info("No API document of {}: {}", service.label(), error.toString());
        return last != null
                ? Mono.just(last.document)
                : Mono.error(Rejection.retryLater(
                        GatewayProblem.DEPENDENCY_UNAVAILABLE,
                        "The service " + service.label() + " does not show its API now.",
                        Duration.ofSeconds(5)));
    }

    private record Held(byte[] document, long readAt) {}
}
