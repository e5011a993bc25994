package ai.whatsflow.bench.gateway;

import java.lang.reflect.Proxy;
import java.util.List;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The gateway with its routes and its forwarding, but without its policies. It exists in this module alone: the
 * gateway itself has no switch that would turn them off.
 */
public final class PoliciesOff {

    private static final List<String> POLICIES = List.of(
            "authenticationFilter", "admissionFilter", "rateLimitFilter", "bodyLimitFilter", "circuitBreakerFilter");
    private static final String OBSERVER = "ai.whatsflow.gateway.exchange.FinishedRequests";

    private PoliciesOff() {}

    public static void main(String[] arguments) throws ClassNotFoundException {
        SpringApplication gateway = new SpringApplication(Class.forName("ai.whatsflow.gateway.GatewayApplication"));
        gateway.addInitializers(PoliciesOff::leaveOut);
        gateway.run(arguments);
    }

    private static void leaveOut(ConfigurableApplicationContext context) {
        context.addBeanFactoryPostProcessor(beans -> {
            BeanDefinitionRegistry registry = (BeanDefinitionRegistry) beans;
            POLICIES.forEach(registry::removeBeanDefinition);
            registerSilentObserver((GenericApplicationContext) context);
        });
    }

    /** Neither a line of the access log nor a timer. */
    private static <T> void registerSilentObserver(GenericApplicationContext context) {
        try {
            @SuppressWarnings("unchecked")
            Class<T> type = (Class<T>) Class.forName(OBSERVER);
            Object silent = Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "equals" -> proxy == arguments[0];
                        case "toString" -> "silent";
                        default -> null;
                    });
            RootBeanDefinition definition = new RootBeanDefinition(type, () -> type.cast(silent));
            definition.setPrimary(true);
            context.registerBeanDefinition("silentObserver", definition);
        } catch (ClassNotFoundException renamed) {
            throw new IllegalStateException(renamed);
        }
    }
}
