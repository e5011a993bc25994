package ai.whatsflow.gateway.upstream;

import ai.whatsflow.gateway.route.ApiRoute;
import ai.whatsflow.gateway.route.RouteTable;
import ai.whatsflow.gateway.route.ServiceLocations;
import io.netty.channel.ChannelOption;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.transport.AddressUtils;

/**
 * A ready HTTP client for each route. Streams have connections of their own, so that they can't starve the rest, and no
 * response time-out. A request that is not safe to repeat is never sent twice, not even on a connection that turns out
 * to be closed.
 */
@Component
final class ServiceClients implements DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ConnectionProvider connections;
    private final ConnectionProvider streams;
    private final Map<ApiRoute, ServiceClient> clients = new IdentityHashMap<>();

    ServiceClients(RouteTable routes, ServiceLocations services, UpstreamProperties properties) {
        connections = provider("services", properties.connections(), properties);
        streams = provider("streams", properties.streams(), properties);
        for (ApiRoute route : routes.routes()) {
            URI base = URI.create(services.baseUrl(route.service()));
            HttpClient http = HttpClient.create(route.stream() ? streams : connections)
                    .remoteAddress(() -> address(base))
                    .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                            properties.connectTimeout().toMillis());
            Duration timeout = route.timeout();
            if (!route.stream()) {
                http = http.responseTimeout(timeout != null ? timeout : properties.responseTimeout());
            }
            if (base.getScheme().equals("https")) {
                http = http.secure();
            }
            clients.put(route, new ServiceClient(base.toString(), base.getRawPath(), http, http.disableRetry(true)));
        }
    }

    ServiceClient of(ApiRoute route) {
        ServiceClient client = clients.get(route);
        if (client == null) {
            throw new IllegalStateException("No client of " + route.name());
        }
        return client;
    }

    @Override
    public void destroy() {
        connections.dispose();
        streams.dispose();
    }

    /** Resolved by name with each new connection, so that a service may move. */
    private static InetSocketAddress address(URI base) {
        int usual = base.getScheme().equals("https") ? 443 : 80;
        return AddressUtils.createUnresolved(base.getHost(), base.getPort() < 0 ? usual : base.getPort());
    }

    private static ConnectionProvider provider(String name, int most, UpstreamProperties properties) {
        return ConnectionProvider.builder("gateway-" + name)
                .maxConnections(most)
                .pendingAcquireMaxCount(most * 4)
                .pendingAcquireTimeout(PATIENCE)
                .maxIdleTime(properties.idle())
                .build();
    }

    /**
     * @param baseUrl of the service, without a trailing slash
     * @param prefix the path in it, mostly empty
     */
    record ServiceClient(String baseUrl, String prefix, HttpClient repeating, HttpClient once) {

        HttpClient by(HttpMethod method) {
            return method == HttpMethod.GET || method == HttpMethod.HEAD ? repeating : once;
        }
    }
}
