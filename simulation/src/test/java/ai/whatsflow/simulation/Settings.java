package ai.whatsflow.simulation;

import ai.whatsflow.instance.assignment.AssignmentProperties;
import ai.whatsflow.instance.assignment.LeaseProperties;
import ai.whatsflow.instance.dispatch.DispatchProperties;
import ai.whatsflow.instance.dispatch.Gap;
import ai.whatsflow.node.NodeProperties;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.util.unit.DataSize;

/** The settings of production at a fifth of their times, in their proportions. */
public final class Settings {

    public static final Duration LEASE = Duration.ofSeconds(3);
    public static final Duration RENEWAL = Duration.ofMillis(600);
    public static final Duration WATCH = Duration.ofMillis(50);
    public static final Duration CALL = Duration.ofMillis(800);
    public static final Duration GAP = Duration.ofMillis(10);
    public static final Duration BURST = Duration.ofMillis(60);
    static final Duration PLACEMENT = Duration.ofMillis(200);
    static final Duration TICK = Duration.ofMillis(20);
    static final Duration IDLE = Duration.ofMillis(250);
    static final Duration ENDING = Duration.ofSeconds(3);

    static final String ENGINE = "simulated";
    /** WhatsApp takes its second send of a message for a second message. */
    static final String CAUTIOUS_ENGINE = "cautious";

    private static final Gap PACE = new Gap(GAP, GAP.multipliedBy(2));

    public static final LeaseProperties LEASES = new LeaseProperties(LEASE);
    public static final AssignmentProperties ASSIGNMENT = new AssignmentProperties(1.25, 500, 5);
    public static final DispatchProperties DISPATCH = new DispatchProperties(
            Map.of(ENGINE, PACE, CAUTIOUS_ENGINE, PACE),
            BURST,
            100,
            6,
            50,
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofDays(30));
    public static final NodeProperties NODE = node(2_000);

    private Settings() {}

    /** @param remembered ids of messages whose outcome a session remembers */
    public static NodeProperties node(int remembered) {
        URI nowhere = URI.create("http://127.0.0.1:1");
        return new NodeProperties(
                "node",
                null,
                Path.of("unused"),
                nowhere,
                nowhere,
                nowhere,
                "127.0.0.1",
                1,
                10,
                null,
                Map.of(),
                RENEWAL,
                new NodeProperties.Sessions(
                        3, remembered, 64, Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofSeconds(3)),
                new NodeProperties.Events(
                        DataSize.ofMegabytes(8),
                        2,
                        20,
                        DataSize.ofKilobytes(512),
                        Duration.ofMillis(5),
                        Duration.ofMillis(40),
                        Duration.ofSeconds(1)));
    }
}
