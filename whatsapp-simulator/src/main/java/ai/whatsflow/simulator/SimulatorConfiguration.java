package ai.whatsflow.simulator;

import ai.whatsflow.simulator.network.Journal;
import ai.whatsflow.simulator.network.Postman;
import ai.whatsflow.simulator.network.WhatsAppNetwork;
import java.io.IOException;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SimulatorConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    Journal journal(SimulatorProperties properties) throws IOException {
        return Journal.open(properties.dataDirectory().resolve("journal.jsonl"));
    }

    @Bean
    WhatsAppNetwork network(Journal journal, Clock clock, SimulatorProperties properties) throws IOException {
        return WhatsAppNetwork.recover(journal, clock, properties.pushWindow());
    }

    @Bean(destroyMethod = "close")
    Postman postman(WhatsAppNetwork network, SimulatorProperties properties) {
        return Postman.start(network, properties.seed(), properties.conditions());
    }
}
