package ai.whatsflow.payhere.simulator.checkout;

/** Why a checkout form is turned away. */
enum Refusal {
    MISSING_FIELD,
    UNKNOWN_MERCHANT,
    UNKNOWN_CURRENCY,
    MALFORMED_AMOUNT,
    MALFORMED_URL,
    WRONG_HASH,
    ORDER_CLOSED
}
