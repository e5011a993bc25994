package ai.whatsflow.billing.payment;

import ai.whatsflow.billing.ledger.LedgerCode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payment provider. Implementations are thread-safe and hold no state about attempts.
 *
 * <p>Contract on failure: no method throws for anything that a provider or a network can do. {@link #inquire} turns
 * every time-out, refusal, open circuit and unreadable answer into {@link ChargeOutcome.Unknown}, answers within ten
 * seconds, and answers {@link ChargeOutcome.Captured} only if the provider itself, asked over an authenticated channel,
 * confirmed the order id, the amount, the currency and the status. A notification is never proof: it may be repeated,
 * reordered, delayed or have unsigned fields changed.
 */
public interface PaymentProvider {

    /** A stable name in upper case; stored with payments. */
    String name();

    /** The ledger account that captured money goes to until the provider pays it out. */
    LedgerCode clearing();

    /** Prepares the form for the browser. Makes no call; the attempt's id becomes the provider's order id. */
    Checkout checkout(Payment attempt, Payer payer, String item);

    /** Reads a notification; empty if its signature is wrong. Compares in constant time. Makes no call. */
    Optional<ProviderNotice> authenticate(Map<String, String> form);

    /**
     * Asks what became of an attempt. May be called again and again.
     *
     * @param latest the authentic notification that counts most, or null; says why nothing was found
     */
    ChargeOutcome inquire(Payment attempt, @Nullable ProviderNotice latest);
}
