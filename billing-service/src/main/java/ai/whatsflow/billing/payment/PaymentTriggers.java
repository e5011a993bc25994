package ai.whatsflow.billing.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Authentic notifications that wait for the provider to be asked. One row per attempt and status. */
interface PaymentTriggers {

    /** Stores a notification; the same one again makes a row that was done, or is just being worked on, due once more. */
    void store(String provider, UUID paymentId, ProviderNotice notice, Instant now);

    /** Takes triggers that are due; they are due again when the lease is over. */
    List<Trigger> claimDue(Instant now, Instant leaseEnd, int limit);

    /** Closes a trigger, unless it was received again after it was taken. */
    void done(Trigger trigger, Instant now);

    /** The newest notification; one of success outweighs all others, because they come in any order. */
    Optional<ProviderNotice> latest(UUID paymentId);

    record Trigger(UUID id, UUID paymentId, Instant receivedAt) {}
}
