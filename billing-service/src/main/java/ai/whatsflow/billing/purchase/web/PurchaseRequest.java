package ai.whatsflow.billing.purchase.web;

import ai.whatsflow.billing.invoice.PaymentMethod;
import ai.whatsflow.billing.payment.web.PayerRequest;
import ai.whatsflow.billing.plan.Cycle;
import ai.whatsflow.billing.purchase.Order;
import ai.whatsflow.platform.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record PurchaseRequest(
        @NotNull UUID packageId,
        @NotNull Cycle cycle,
        @NotNull PaymentMethod method,

        @Schema(description = "Credit to use beside the method") @Nullable
        Money walletAmount,

        @Schema(description = "A customer below the buyer; the own account unless given") @Nullable
        UUID accountId,

        @Schema(description = "Needed for GATEWAY") @Valid @Nullable
        PayerRequest payer) {

    Order order() {
        return new Order(packageId, cycle, method, walletAmount, accountId, payer == null ? null : payer.payer());
    }
}
