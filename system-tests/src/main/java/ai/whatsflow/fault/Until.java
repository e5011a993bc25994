package ai.whatsflow.fault;

import java.time.Duration;

/** When a campaign has had enough. */
public interface Until {

    boolean reached(int faults, Duration elapsed);

    static Until faults(int most) {
        return (faults, elapsed) -> faults >= most;
    }

    static Until after(Duration most) {
        return (faults, elapsed) -> elapsed.compareTo(most) >= 0;
    }

    default Until or(Until other) {
        return (faults, elapsed) -> reached(faults, elapsed) || other.reached(faults, elapsed);
    }
}
