package ai.whatsflow.platform.observability;

import io.opentelemetry.api.trace.Span;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Initialises OpenTelemetry's span classes on the thread that starts the application, before there are virtual ones. A
 * virtual thread that waits until another has initialised a class keeps its carrier. When every carrier waits so, and the
 * one that initialises waits for a lock that is promised to a virtual thread without a carrier, nothing moves again: seen
 * on two cores, where each metric's first sample asks for the current span.
 */
final class SpanInitialization implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Span.getInvalid(); // not current(): that would fix the context storage before Micrometer wraps it
    }
}
