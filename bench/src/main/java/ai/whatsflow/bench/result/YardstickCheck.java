package ai.whatsflow.bench.result;

/**
 * Whether the yardstick itself is what it should be: a slow yardstick makes everything look good.
 *
 * @param floor what it costs on the machine that the goals were set on
 * @param measured what it cost here; more is worse
 */
public record YardstickCheck(String yardstick, double measured, double floor, String unit) {

    static final double TOLERANCE = 1.3;

    public boolean holds() {
        return measured <= floor * TOLERANCE;
    }

    @Override
    public String toString() {
        return "%s %s %s, floor %s%s"
                .formatted(
                        yardstick,
                        Numbers.text(measured),
                        unit,
                        Numbers.text(floor),
                        holds() ? "" : ": slower than 1.3 × its floor, so the ratio proves nothing");
    }
}
