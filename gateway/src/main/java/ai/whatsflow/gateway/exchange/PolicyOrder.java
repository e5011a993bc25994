package ai.whatsflow.gateway.exchange;

/** The one order in which the policies of a routed request run. */
public enum PolicyOrder {
    AUTHENTICATION,
    ADMISSION,
    RATE_LIMIT,
    BODY_LIMIT,
    CIRCUIT_BREAKER,
    FORWARDING;

    private static final int FIRST = 1_000;

    public int value() {
        return FIRST + ordinal() * 100;
    }
}
