package ai.whatsflow.gateway.docs;

import ai.whatsflow.gateway.problem.GatewayProblem;
import ai.whatsflow.gateway.problem.Rejection;
import ai.whatsflow.gateway.route.ServiceName;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code /docs}: Swagger UI with every service in its drop-down; {@code /v3/api-docs/<service>}: the documents. */
@Configuration(proxyBeanMethods = false)
public class DocsPage {

    private static final MediaType JAVASCRIPT = MediaType.valueOf("text/javascript;charset=UTF-8");

    @Bean
    RouterFunction<ServerResponse> docs(
            ServiceDocuments documents, @Value("${gateway.docs.swagger-ui-version}") String version) {
        return RouterFunctions.route()
                .GET("/", request -> redirect())
                .GET("/docs/", request -> redirect())
                .GET("/docs", request -> page())
                .GET("/docs/services.js", request -> services())
                .GET("/docs/start.js", request -> script())
                .GET("/v3/api-docs/{service}", request -> document(request, documents))
                .add(RouterFunctions.resources(
                        "/docs/assets/**",
                        new ClassPathResource("META-INF/resources/webjars/swagger-ui/" + version + "/")))
                .build();
    }

    private static Mono<ServerResponse> redirect() {
        return ServerResponse.temporaryRedirect(URI.create("/docs")).build();
    }

    private static Mono<ServerResponse> page() {
        return ServerResponse.ok().contentType(MediaType.TEXT_HTML).bodyValue(new ClassPathResource("docs/index.html"));
    }

    private static Mono<ServerResponse> script() {
        return ServerResponse.ok().contentType(JAVASCRIPT).bodyValue(new ClassPathResource("docs/start.js"));
    }

    private static Mono<ServerResponse> services() {
        String urls = Arrays.stream(ServiceName.values())
                .map(service -> "{name:'" + service.label() + "',url:'/v3/api-docs/" + service.label() + "'}")
                .collect(Collectors.joining(",", "window.services=[", "];"));
        return ServerResponse.ok().contentType(JAVASCRIPT).bodyValue(urls);
    }

    private static Mono<ServerResponse> document(ServerRequest request, ServiceDocuments documents) {
        String asked = request.pathVariable("service");
        return Arrays.stream(ServiceName.values())
                .filter(service -> service.label().equals(asked))
                .findFirst()
                .map(documents::of)
                .orElseGet(() -> Mono.error(Rejection.of(GatewayProblem.NOT_FOUND, "There is no such service.")))
                .flatMap(document -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(document));
    }
}
