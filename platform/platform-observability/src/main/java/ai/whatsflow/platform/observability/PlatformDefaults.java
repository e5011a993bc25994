package ai.whatsflow.platform.observability;

import java.io.IOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/** Puts {@code whatsflow-defaults.properties} behind every other source, so that a service can override any of it. */
final class PlatformDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            environment
                    .getPropertySources()
                    .addLast(new ResourcePropertySource(
                            "whatsflow-defaults", new ClassPathResource("whatsflow-defaults.properties")));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
