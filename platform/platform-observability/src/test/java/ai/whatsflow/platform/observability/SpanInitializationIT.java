package ai.whatsflow.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

class SpanInitializationIT {

    /** Starts an application and ends the process once its environment is prepared, before any bean. */
    static final class UntilPrepared implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

        public static void main(String[] arguments) {
            SpringApplication application = new SpringApplication(UntilPrepared.class);
            application.setWebApplicationType(WebApplicationType.NONE);
            application.addListeners(new UntilPrepared());
            application.run(arguments);
        }

        @Override
        public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
            System.out.println("prepared");
            Runtime.getRuntime().halt(0);
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }
    }

    @Test
    void spansAreInitialisedBeforeThereIsABean() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:class+init=info:stdout",
                        "-cp",
                        System.getProperty("java.class.path"),
                        UntilPrepared.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(child.getInputStream().readAllBytes());
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output)
                .contains("prepared")
                .containsPattern("Initializing 'io/opentelemetry/api/trace/PropagatedSpan'");
        assertThat(output).doesNotContain("Initializing 'io/opentelemetry/context/LazyStorage'");
    }
}
