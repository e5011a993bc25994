package ai.whatsflow.billing.payment;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The providers there are, by name. */
@Component
public class PaymentProviders {

    private final Map<String, PaymentProvider> byName;
    private final PaymentProperties properties;

    PaymentProviders(List<PaymentProvider> providers, PaymentProperties properties) {
        this.byName = providers.stream().collect(Collectors.toMap(PaymentProvider::name, Function.identity()));
        this.properties = properties;
    }

    /** The one that takes new GATEWAY payments. */
    PaymentProvider standard() {
        return named(properties.provider());
    }

    PaymentProvider of(Payment payment) {
        if (payment.provider() == null) {
            throw new IllegalArgumentException("payment " + payment.id() + " has no provider");
        }
        return named(payment.provider());
    }

    PaymentProvider named(String name) {
        PaymentProvider provider = byName.get(name);
        if (provider == null) {
            throw new IllegalStateException("no payment provider " + name);
        }
        return provider;
    }
}
