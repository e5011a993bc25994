package ai.whatsflow.gateway.route;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;

/**
 * One row of the route table.
 *
 * @param path prefix of whole segments; {@code *} stands for any one segment
 * @param service who answers
 * @param openTo which tiers may use it
 * @param methods the only methods offered; empty for every one
 * @param modules a caller needs some permission in one of these; empty for none
 * @param body the largest request body
 * @param rate the class of rate limit
 * @param stream server-sent events: no response time-out, flushed event by event
 * @param timeout longest silence of the service; {@code gateway.upstream.response-timeout} when absent
 */
public record ApiRoute(
        String path,
        ServiceName service,
        Access openTo,
        @DefaultValue Set<HttpMethod> methods,
        @DefaultValue Set<String> modules,
        @DefaultValue("1MB") DataSize body,
        @DefaultValue("standard") String rate,
        @DefaultValue("false") boolean stream,
        @Nullable Duration timeout) {

    static final String PREFIX = "/api/v1/";

    public ApiRoute {
        if (!path.startsWith(PREFIX) || path.length() == PREFIX.length() || path.endsWith("/")) {
            throw new IllegalArgumentException("A route's path is /api/v1/<segments>, not " + path);
        }
        methods = Set.copyOf(methods);
        modules = Set.copyOf(modules);
    }

    /** What logs and metrics call it. */
    public String name() {
        return path.substring(PREFIX.length());
    }

    List<String> segments() {
        return List.of(name().split("/"));
    }

    public boolean offers(HttpMethod method) {
        return methods.isEmpty() || methods.contains(method);
    }
}
