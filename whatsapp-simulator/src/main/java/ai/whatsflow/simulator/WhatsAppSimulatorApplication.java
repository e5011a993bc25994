package ai.whatsflow.simulator;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class WhatsAppSimulatorApplication {

    public static void main(String[] args) {
        SpringApplication.run(WhatsAppSimulatorApplication.class, args);
    }
}
