package ai.whatsflow.billing.plan;

/** How long one purchase lasts. */
public enum Cycle {
    MONTHLY(1),
    ANNUAL(12);

    private final int months;

    Cycle(int months) {
        this.months = months;
    }

    public int months() {
        return months;
    }
}
