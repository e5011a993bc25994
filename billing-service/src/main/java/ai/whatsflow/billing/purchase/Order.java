package ai.whatsflow.billing.purchase;

import ai.whatsflow.billing.invoice.PaymentMethod;
import ai.whatsflow.billing.payment.Payer;
import ai.whatsflow.billing.plan.Cycle;
import ai.whatsflow.platform.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to buy, and how to pay it.
 *
 * @param accountId who will have it; null for the buyer's own account
 * @param walletAmount credit to use beside the method; null for none
 * @param payer needed for GATEWAY
 */
public record Order(
        UUID packageId,
        Cycle cycle,
        PaymentMethod method,
        @Nullable Money walletAmount,
        @Nullable UUID accountId,
        @Nullable Payer payer) {}
