package ai.whatsflow.instance.assignment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param duration how long a node holds a session without renewing */
@ConfigurationProperties("instance.lease")
public record LeaseProperties(@DefaultValue("15s") Duration duration) {

    public LeaseProperties {
        if (duration.toMillis() < 500) {
            throw new IllegalArgumentException("instance.lease.duration must be at least 500 ms");
        }
    }

    /** What a START may take to arrive; the node is promised that much less. */
    Duration deliveryMargin() {
        return duration.dividedBy(5);
    }
}
