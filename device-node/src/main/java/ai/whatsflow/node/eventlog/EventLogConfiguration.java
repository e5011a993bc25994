package ai.whatsflow.node.eventlog;

import ai.whatsflow.node.NodeProperties;
import ai.whatsflow.node.identity.DataDirectory;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class EventLogConfiguration {

    @Bean(destroyMethod = "close")
    EventLog eventLog(DataDirectory directory, NodeProperties properties, EventHistory history, JsonMapper json)
            throws IOException {
        NodeProperties.Events settings = properties.events();
        return EventLog.open(
                directory.path().resolve("events"),
                new EventLog.Settings(settings.segment().toBytes(), settings.keptSegments()),
                record -> history.happened(LoggedNodeEvents.read(json, record)));
    }
}
