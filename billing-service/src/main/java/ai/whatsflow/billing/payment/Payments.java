package ai.whatsflow.billing.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Attempts to pay. Every change names the states it may come from, so nothing moves backwards. */
public abstract class Payments {

    public abstract Optional<Payment> find(UUID paymentId);

    /** The payment, locked until the transaction ends. */
    abstract Payment lock(UUID paymentId);

    /** The attempt that this payment of a provider has settled. */
    abstract Optional<Payment> settledBy(String provider, String providerPaymentId);

    /** Newest first, one more than asked for. */
    public abstract List<Payment> page(PaymentFilter filter, UUID before, int limit);

    abstract void insert(Payment payment);

    /**
     * @throws IllegalStateException if it has settled before
     * @throws org.springframework.dao.DuplicateKeyException if the provider's payment has settled another attempt
     */
    abstract void succeed(UUID paymentId, Settlement settlement, List<UUID> accountPath, Instant now);

    /** Ends an open attempt without money; keeps asking for one that a provider might still complete. */
    abstract void end(UUID paymentId, PaymentStatus status, String reason, @Nullable Instant nextAskAt);

    /** Asks for an attempt again at that time; one that is open becomes what is said, any other stays as it is. */
    abstract void postpone(
            UUID paymentId, PaymentStatus openStatus, @Nullable String reason, int asks, Instant nextAskAt);

    abstract void askAt(UUID paymentId, Instant nextAskAt);

    abstract void stopAsking(UUID paymentId);

    /** Takes attempts that are due to be asked for; they are due again when the lease is over. */
    abstract List<UUID> claimDue(Instant now, Instant leaseEnd, int limit);

    /** Manual payments that nobody has confirmed in time. */
    abstract List<UUID> overdue(Instant now, int limit);
}
