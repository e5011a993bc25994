package ai.whatsflow.node.platform;

import ai.whatsflow.node.NodeProperties;
import ai.whatsflow.node.identity.NodeIdentity;
import ai.whatsflow.node.identity.NodeTokens;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    private static final Duration LEASE_PATIENCE = Duration.ofSeconds(3);
    private static final Duration HEARTBEAT_PATIENCE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PlatformHttp http = new PlatformHttp();

    @Bean
    HttpRegistry registry(NodeProperties properties, NodeTokens tokens) {
        return new HttpRegistry(
                http.anonymous(properties.registryUrl(), PATIENCE),
                http.authenticated(properties.registryUrl(), HEARTBEAT_PATIENCE, tokens::current));
    }

    @Bean
    HttpLeases leases(NodeProperties properties, NodeTokens tokens, NodeIdentity identity) {
        return new HttpLeases(
                http.authenticated(properties.instanceUrl(), LEASE_PATIENCE, tokens::current), identity.bootId());
    }

    @Bean
    HttpSessionVault vault(NodeProperties properties, NodeTokens tokens) {
        return new HttpSessionVault(http.authenticated(properties.instanceUrl(), PATIENCE, tokens::current));
    }

    @Bean
    HttpEventDelivery eventDelivery(NodeProperties properties, NodeTokens tokens, NodeIdentity identity) {
        return new HttpEventDelivery(
                http.authenticated(properties.instanceUrl(), PATIENCE, tokens::current), identity.bootId());
    }
}
