package ai.whatsflow.bench.result;

/** One measured number beside the ratio: {@code relay, CPU 12.3 µs/record}. */
public record Figure(String name, Spread spread, String unit) {

    public static Figure of(String name, double value, String unit) {
        return new Figure(name, Spread.of(value), unit);
    }

    @Override
    public String toString() {
        return name + " " + spread + " " + unit;
    }
}
