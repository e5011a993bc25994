package ai.whatsflow.payhere.simulator;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class PayhereSimulatorApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(PayhereSimulatorApplication.class, arguments);
    }
}
