package ai.whatsflow.payhere.simulator.notification;

/** What is changed in a notification after it was signed. A changed payment id leaves PayHere's signature valid. */
public enum Tampering {
    NONE,
    PAYMENT_ID,
    AMOUNT,
    SIGNATURE
}
