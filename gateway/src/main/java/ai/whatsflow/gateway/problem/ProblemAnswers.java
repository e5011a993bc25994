package ai.whatsflow.gateway.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes a {@link Rejection} as application/problem+json. */
@Component
public class ProblemAnswers {

    private final JsonMapper mapper;

    public ProblemAnswers(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Completes when the document is written. The response must not be committed. */
    public Mono<Void> write(ServerWebExchange exchange, Rejection rejection, String requestId) {
        ServerHttpResponse response = exchange.getResponse();
        GatewayProblem problem = rejection.problem();
        response.setStatusCode(problem.status());
        byte[] body = document(exchange, rejection, requestId);
        HttpHeaders headers = response.getHeaders();
        headers.set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        headers.setContentLength(body.length);
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        Duration retryAfter = rejection.retryAfter();
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(wholeSeconds(retryAfter)));
        }
        if (problem.status().value() == 401) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        DataBuffer buffer = response.bufferFactory().wrap(body);
        return response.writeWith(Mono.just(buffer));
    }

    private byte[] document(ServerWebExchange exchange, Rejection rejection, String requestId) {
        GatewayProblem problem = rejection.problem();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", problem.type());
        document.put("title", problem.title());
        document.put("status", problem.status().value());
        if (rejection.getMessage() != null) {
            document.put("detail", rejection.getMessage());
        }
        document.put("instance", exchange.getRequest().getURI().getRawPath());
        document.put("requestId", requestId);
        return mapper.writeValueAsBytes(document);
    }

    private static long wholeSeconds(Duration duration) {
        return Math.max(1, (duration.toMillis() + 999) / 1000);
    }
}
