package ai.whatsflow.messaging;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class MessagingServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(MessagingServiceApplication.class, arguments);
    }
}
