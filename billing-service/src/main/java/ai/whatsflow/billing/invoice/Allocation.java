package ai.whatsflow.billing.invoice;

import ai.whatsflow.platform.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One part of how an invoice was paid. */
public record Allocation(
        Source source, PaymentMethod method, @Nullable UUID paymentId, Money amount) {

    /** Where the part came from. */
    public enum Source {
        MONEY,
        RECHARGED_CREDIT,
        GRANTED_CREDIT
    }
}
