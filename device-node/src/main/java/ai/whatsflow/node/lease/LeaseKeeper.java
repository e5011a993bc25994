package ai.whatsflow.node.lease;

import ai.whatsflow.node.NodeProperties;
import ai.whatsflow.node.ShutdownOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Renews every lease in batches, gives back the ones that are no longer needed, and lets each session watch its own
 * clock. Watching has a thread of its own: a renewal that hangs must not keep a session from falling silent.
 */
@Component
public class LeaseKeeper implements LeaseRequests, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);
    /** However short the platform makes its leases, several renewals fit into one. */
    private static final int RENEWALS_PER_LEASE = 4;

    private static final Duration WATCH_EVERY = Duration.ofMillis(50);
    private static final Duration AGAIN_AFTER_FAILURE = Duration.ofMillis(500);

    private final Leases leases;
    private final ObjectProvider<LeaseHolders> holders;
    private final Duration renewal;
    private final LinkedBlockingQueue<Lease> toRelease = new LinkedBlockingQueue<>();
    private final Object wake = new Object();
    private boolean urgent;
    private boolean failing;
    private Duration interval;
    private volatile boolean running;

    LeaseKeeper(Leases leases, ObjectProvider<LeaseHolders> holders, NodeProperties properties) {
        this.leases = leases;
        this.holders = holders;
        this.renewal = properties.leaseRenewal();
        this.interval = renewal;
    }

    /** All sessions that hold a lease or want to. */
    public interface LeaseHolders extends Supplier<Collection<? extends LeaseHolder>> {}

    @Override
    public void renewSoon() {
        synchronized (wake) {
            urgent = true;
            wake.notifyAll();
        }
    }

    @Override
    public void release(Lease lease) {
        toRelease.add(lease);
        synchronized (wake) {
            wake.notifyAll();
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().name("lease-renewal").daemon(true).start(this::renewals);
        Thread.ofPlatform()
                .name("lease-watch")
                .daemon(true)
                .priority(Thread.MAX_PRIORITY)
                .start(this::watch);
    }

    private void watch() {
        while (running) {
            long now = System.nanoTime();
            for (LeaseHolder holder : holders.getObject().get()) {
                try {
                    holder.watch(now);
                } catch (RuntimeException e) {
                    LOG.error("a session could not watch its lease", e);
                }
            }
            pause(WATCH_EVERY);
        }
    }

    private void renewals() {
        long next = System.nanoTime();
        while (running) {
            boolean answered = true;
            try {
                giveBack();
                if (takeUrgent() || System.nanoTime() - next >= 0) {
                    answered = renewAll();
                    next = System.nanoTime() + (answered ? interval : AGAIN_AFTER_FAILURE).toNanos();
                }
            } catch (RuntimeException e) {
                LOG.error("leases could not be renewed", e);
                next = System.nanoTime() + AGAIN_AFTER_FAILURE.toNanos();
            }
            await(answered ? next : System.nanoTime() + AGAIN_AFTER_FAILURE.toNanos());
        }
        giveBack();
    }

    private boolean renewAll() {
        boolean answered = true;
        for (LeaseRound round : LeaseRound.of(holders.getObject().get())) {
            answered &= renew(round);
        }
        return answered;
    }

    private boolean renew(LeaseRound round) {
        long sent = System.nanoTime();
        Leases.Answer answer = leases.renew(round.leases());
        if (answer instanceof Leases.Answer.Verdicts verdicts) {
            failing = false;
            interval = Collections.min(List.of(renewal, verdicts.leaseTime().dividedBy(RENEWALS_PER_LEASE)));
            round.answered(sent, verdicts);
            return true;
        }
        if (!failing) {
            LOG.warn("{} leases are not renewed: {}", round.leases().size(), answer);
            failing = true;
        }
        return false;
    }

    private void giveBack() {
        List<Lease> batch = new ArrayList<>();
        while (toRelease.drainTo(batch, Leases.MOST) > 0) {
            leases.release(List.copyOf(batch));
            batch.clear();
        }
    }

    private boolean takeUrgent() {
        synchronized (wake) {
            boolean was = urgent;
            urgent = false;
            return was;
        }
    }

    private void await(long untilNanos) {
        synchronized (wake) {
            long millis = TimeUnit.NANOSECONDS.toMillis(untilNanos - System.nanoTime());
            if (!urgent && toRelease.isEmpty() && running && millis > 0) {
                try {
                    wake.wait(millis);
                } catch (InterruptedException e) {
                    running = false;
                }
            }
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sessions have closed by now; their leases go back in one batch. */
    @Override
    public void stop() {
        running = false;
        synchronized (wake) {
            wake.notifyAll();
        }
        giveBack();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return ShutdownOrder.LEASES;
    }
}
