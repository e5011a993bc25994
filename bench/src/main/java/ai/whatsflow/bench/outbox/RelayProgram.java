package ai.whatsflow.bench.outbox;

import java.io.IOException;
import java.io.OutputStream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A service that does nothing but relay its outbox, with the settings that every service has. */
@SpringBootApplication
public class RelayProgram {

    public static void main(String[] arguments) throws IOException {
        try (ConfigurableApplicationContext unused = new SpringApplicationBuilder(RelayProgram.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.application.name=bench-relay",
                        "spring.main.banner-mode=off",
                        "spring.liquibase.change-log=classpath:/db/platform/outbox.changelog.sql",
                        "management.otlp.metrics.export.enabled=false")
                .run(arguments)) {
            System.out.println("ready");
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
