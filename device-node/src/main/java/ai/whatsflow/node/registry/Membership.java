package ai.whatsflow.node.registry;

import ai.whatsflow.node.NodeProperties;
import ai.whatsflow.node.ShutdownOrder;
import ai.whatsflow.node.engine.Engines;
import ai.whatsflow.node.identity.NodeIdentity;
import ai.whatsflow.node.registry.Registry.Beat;
import ai.whatsflow.node.registry.Registry.Enrolled;
import ai.whatsflow.node.registry.Registry.Registered;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Enrols once, registers this process, then sends heartbeats until the end. Begins when the web server answers, for
 * the platform may call back at once. A refused enrolment is final: liveness breaks and says so.
 */
@Component
public class Membership implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Membership.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Registry registry;
    private final NodeIdentity identity;
    private final NodeProperties properties;
    private final Engines engines;
    private final Heartbeats heartbeats;
    private final ApplicationEventPublisher publisher;

    private final CountDownLatch serving = new CountDownLatch(1);
    private volatile MembershipStatus status = MembershipStatus.STARTING;
    private volatile long lastBeatNanos;
    private volatile Duration interval = Duration.ofSeconds(1);
    private volatile boolean running;

    Membership(
            Registry registry,
            NodeIdentity identity,
            NodeProperties properties,
            Engines engines,
            Heartbeats heartbeats,
            ApplicationEventPublisher publisher) {
        this.registry = registry;
        this.identity = identity;
        this.properties = properties;
        this.engines = engines;
        this.heartbeats = heartbeats;
        this.publisher = publisher;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        serving.countDown();
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().name("membership").daemon(true).start(this::run);
    }

    private void run() {
        try {
            serving.await();
            if (enrolled()) {
                while (running) {
                    register();
                    beat();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("membership ended", e);
            status = MembershipStatus.FAILED;
        }
    }

    private boolean enrolled() throws InterruptedException {
        while (running && identity.serverId().isEmpty()) {
            status = MembershipStatus.ENROLLING;
            String token = properties.enrolmentToken();
            if (token == null || token.isBlank()) {
                return refuse("this node is not enrolled and has no enrolment token");
            }
            switch (registry.enrol(token, identity.publicKey())) {
                case Enrolled.As(var serverId) -> {
                    identity.enrolledAs(serverId);
                    LOG.info("enrolled as server {}", serverId);
                }
                case Enrolled.Refused(int code) -> {
                    return refuse("the registry refuses the enrolment token with " + code);
                }
                case Enrolled.Unavailable(String why) -> {
                    LOG.warn("not enrolled yet: {}", why);
                    pause(AGAIN);
                }
            }
        }
        return running;
    }

    private boolean refuse(String why) {
        LOG.error("{}; get a new token for this server and start again with it", why);
        status = MembershipStatus.REFUSED;
        AvailabilityChangeEvent.publish(publisher, this, LivenessState.BROKEN);
        return false;
    }

    private void register() throws InterruptedException {
        status = MembershipStatus.REGISTERING;
        Registration registration = new Registration(
                identity.bootId(),
                properties.baseUrl(),
                engines.descriptions(),
                properties.maxDevices(),
                properties.region(),
                properties.labels());
        for (int tries = 0; running; tries++) {
            Registered answer = registry.register(registration);
            if (answer instanceof Registered.Every(Duration every)) {
                interval = every;
                lastBeatNanos = System.nanoTime();
                status = MembershipStatus.REGISTERED;
                LOG.info("registered boot {}; a heartbeat every {}", identity.bootId(), every);
                return;
            }
            if (tries % 30 == 0) {
                LOG.warn("not registered yet: {}", answer);
            }
            pause(AGAIN);
        }
    }

    /** Until the registry has forgotten this process. */
    private void beat() throws InterruptedException {
        boolean missing = false;
        while (running) {
            long started = System.nanoTime();
            switch (registry.heartbeat(heartbeats.now())) {
                case Beat.Taken() -> {
                    lastBeatNanos = System.nanoTime();
                    missing = false;
                }
                case Beat.RegisterFirst() -> {
                    LOG.info("the registry asks for a registration");
                    return;
                }
                case Beat.Unavailable(String why) -> {
                    if (!missing) {
                        LOG.warn("a heartbeat was not taken: {}", why);
                    }
                    missing = true;
                }
            }
            pause(interval.minusNanos(System.nanoTime() - started));
        }
    }

    public MembershipStatus status() {
        return status;
    }

    /** Whether the registry knows this process and has heard of it within three intervals. */
    public boolean isCurrent() {
        return status == MembershipStatus.REGISTERED
                && System.nanoTime() - lastBeatNanos
                        < interval.multipliedBy(3).plus(AGAIN).toNanos();
    }

    private static void pause(Duration duration) throws InterruptedException {
        if (duration.isPositive()) {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        }
    }

    @Override
    public void stop() {
        running = false;
        serving.countDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return ShutdownOrder.MEMBERSHIP;
    }
}
