package ai.whatsflow.billing.payment;

/** Where the ends of payments are announced, in the transaction that makes them true. */
public interface PaymentEvents {

    void succeeded(Payment payment);

    void failed(Payment payment);
}
