package ai.whatsflow.billing.payment;

import ai.whatsflow.billing.Ids;
import ai.whatsflow.billing.invoice.PaymentMethod;
import ai.whatsflow.platform.money.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens an attempt to pay. */
@Component
public class OpenPayment {

    private final Payments payments;
    private final PaymentProviders providers;
    private final PaymentProperties properties;
    private final Clock clock;

    OpenPayment(Payments payments, PaymentProviders providers, PaymentProperties properties, Clock clock) {
        this.payments = payments;
        this.providers = providers;
        this.properties = properties;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Payment open(
            UUID accountId,
            List<UUID> accountPath,
            PaymentType type,
            PaymentMethod method,
            Money amount,
            @Nullable UUID invoiceId) {
        Instant now = clock.instant();
        boolean gateway = method == PaymentMethod.GATEWAY;
        Payment payment = new Payment(
                Ids.next(),
                accountId,
                accountPath,
                type,
                method,
                gateway ? providers.standard().name() : null,
                null,
                amount,
                PaymentStatus.PENDING,
                invoiceId,
                null,
                null,
                null,
                null,
                0,
                gateway ? now.plus(properties.askAfter(0)) : null,
                now,
                now.plus(properties.timeToLive(method)),
                null);
        payments.insert(payment);
        return payment;
    }

    /** The form for the provider's page, or null for a payment that needs none. */
    public @Nullable Checkout checkout(Payment payment, @Nullable Payer payer, String item) {
        return payment.method() == PaymentMethod.GATEWAY
                ? providers.of(payment).checkout(payment, Objects.requireNonNull(payer), item)
                : null;
    }

    /** A newer checkout takes this one's place. A provider may still complete it, so it goes on being asked for. */
    public void supersede(UUID paymentId) {
        Payment payment = payments.lock(paymentId);
        payments.end(paymentId, PaymentStatus.CANCELLED, "superseded", payment.nextAskAt());
    }
}
