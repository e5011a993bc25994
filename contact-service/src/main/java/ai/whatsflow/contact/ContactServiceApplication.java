package ai.whatsflow.contact;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ContactServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ContactServiceApplication.class, arguments);
    }
}
