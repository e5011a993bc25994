package ai.whatsflow.billing.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Authentic notifications that wait for the provider to be asked. One row per attempt and status. */
interface PaymentTriggers {

    /** Stores a notification; the same one again makes a row that was done due once more. */
    void store(String provider, UUID paymentId, ProviderNotice notice, Instant now);

    /** Takes triggers that are due; they are due again when the lease is over. */
    List<Trigger> claimDue(Instant now, Instant leaseEnd, int limit);

    void done(UUID triggerId, Instant now);

    Optional<ProviderNotice> latest(UUID paymentId);

    record Trigger(UUID id, UUID paymentId) {}
}
