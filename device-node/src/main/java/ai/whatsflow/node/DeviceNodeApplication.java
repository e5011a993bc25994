package ai.whatsflow.node;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class DeviceNodeApplication {

    public static void main(String[] args) {
        SpringApplication.run(DeviceNodeApplication.class, args);
    }
}
