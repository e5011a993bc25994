package ai.whatsflow.serverregistry.messaging;

import ai.whatsflow.platform.inbox.EventSubscription;
import ai.whatsflow.serverregistry.server.ServerWatchers;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LiveSubscription {

    @Bean
    EventSubscription liveServers(ServerWatchers watchers) {
        return EventSubscription.forEveryReplica("server-registry-service.live")
                .fromNow()
                .on(
                        ServerHealthV1.TOPIC,
                        Set.of(ServerHealthV1.TYPE_CHANGED, ServerHealthV1.TYPE_REPORTED),
                        ServerChangedV1.class,
                        event -> watchers.changed(event.payload().serverId()))
                .build();
    }
}
