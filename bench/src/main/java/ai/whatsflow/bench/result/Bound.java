package ai.whatsflow.bench.result;

/** The side of a limit that is good. */
public enum Bound {
    AT_MOST("≤"),
    AT_LEAST("≥");

    private final String sign;

    Bound(String sign) {
        this.sign = sign;
    }

    public boolean holds(double value, double limit) {
        return this == AT_MOST ? value <= limit : value >= limit;
    }

    /** A limit in words: {@code ≤ 5.4}. */
    public String of(double limit) {
        return sign + " " + Numbers.text(limit);
    }
}
