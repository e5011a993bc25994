package ai.whatsflow.billing.simulation;

import ai.whatsflow.billing.memory.InMemory;
import ai.whatsflow.billing.memory.InMemoryDatabase;
import ai.whatsflow.billing.payment.PaymentProvider;
import ai.whatsflow.billing.payment.payhere.SimulatedPayHere;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The service without its edges: every component of the real one, wired and made transactional by Spring, over stores in
 * memory. One may be planted in place of another.
 */
final class Billing implements AutoCloseable {

    private static final Pattern EDGES = Pattern.compile(
            ".*\\.(web|schedule|support|simulation)\\..*|.*\\.payhere\\..*|.*Application|.*\\.Consumers|.*(IT|Tests)(\\$.*)?");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    Billing(Consumer<GenericApplicationContext> plant) {
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context, true);
        scanner.addIncludeFilter(new AnnotationTypeFilter(InMemory.class));
        scanner.addExcludeFilter(new AnnotationTypeFilter(Repository.class));
        scanner.addExcludeFilter(new RegexPatternTypeFilter(EDGES));
        scanner.scan("ai.whatsflow.billing");
        context.register(Settings.class);
        context.registerBean(InMemoryDatabase.class);
        context.registerBean(VirtualClock.class);
        context.registerBean(SimulatedDirectory.class);
        context.registerBean(SimulatedPayHere.class);
        context.registerBean(
                "provider",
                PaymentProvider.class,
                () -> get(SimulatedPayHere.class).provider());
        context.registerBean(SimpleMeterRegistry.class);
        context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(get(InMemoryDatabase.class)));
        context.registerBean("events", EventLog.class);
        context.registerBean("inbox", SimulatedInbox.class);
        context.registerBean(PayoutModel.class);
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        plant.accept(context);
        context.refresh();
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    @EnableTransactionManagement(proxyTargetClass = true)
    @ConfigurationPropertiesScan({
        "ai.whatsflow.billing.payment",
        "ai.whatsflow.billing.invoice",
        "ai.whatsflow.billing.subscription"
    })
    static class Settings {}
}
