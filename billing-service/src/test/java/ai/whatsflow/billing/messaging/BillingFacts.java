package ai.whatsflow.billing.messaging;

import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.outbox.OutboxEvent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a consumer reads of billing's wire records. */
public final class BillingFacts {

    private BillingFacts() {}

    public static Optional<Paid> paid(Object payload) {
        return payload instanceof InvoicePaidV1 invoice
                ? Optional.of(
                        new Paid(invoice.invoiceId(), invoice.accountPath(), invoice.collected(), invoice.cleared()))
                : Optional.empty();
    }

    public static Optional<UUID> cleared(Object payload) {
        return payload instanceof InvoiceClearedV1 invoice ? Optional.of(invoice.invoiceId()) : Optional.empty();
    }

    /** The version that rises with each fact about one aggregate; empty for facts that have none. */
    public static Optional<Long> version(Object payload) {
        return switch (payload) {
            case InvoiceIssuedV1 invoice -> Optional.of(invoice.version());
            case InvoicePaidV1 invoice -> Optional.of(invoice.version());
            case InvoiceClearedV1 invoice -> Optional.of(invoice.version());
            case SubscriptionV1 subscription -> Optional.of(subscription.version());
            default -> Optional.empty();
        };
    }

    public static boolean isPaidAccess(String type) {
        return type.equals(SubscriptionV1.STARTED) || type.equals(SubscriptionV1.CHANGED);
    }

    public static boolean isSuccess(String type) {
        return type.equals(PaymentV1.SUCCEEDED);
    }

    public static boolean isOfPayment(OutboxEvent event) {
        return event.topic().equals(PaymentV1.TOPIC);
    }

    public record Paid(UUID invoiceId, List<UUID> accountPath, Money collected, boolean cleared) {}
}
