package ai.whatsflow.billing.subscription;

/** Where changes of entitlement are announced, in the transaction that makes them. */
public interface SubscriptionEvents {

    void started(Subscription subscription);

    void changed(Subscription subscription);

    void expired(Subscription subscription);
}
