package ai.whatsflow.serverregistry;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the registry of WhatsApp servers. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class ServerRegistryServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(ServerRegistryServiceApplication.class, args);
    }
}
