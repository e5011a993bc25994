package ai.whatsflow.fault.plan;

import java.time.Duration;

/**
 * One fault of a plan.
 *
 * @param calm how long nothing happens before it
 * @param aim how long after the drill's moment it strikes
 * @param lasting how long until it is mended
 */
public record PlannedFault(int number, Drill drill, Blow blow, Duration calm, Duration aim, Duration lasting) {

    @Override
    public String toString() {
        return "%3d %-22s %s, %d ms after %s, for %.1f s"
                .formatted(
                        number,
                        drill.word(),
                        blow,
                        aim.toMillis(),
                        drill.moment().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                        lasting.toMillis() / 1_000.0);
    }
}
