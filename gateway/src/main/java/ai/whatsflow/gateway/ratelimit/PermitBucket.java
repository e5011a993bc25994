package ai.whatsflow.gateway.ratelimit;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One gateway's stock of permits for one limit of one subject. Permits come in blocks leased from Redis, which counts
 * what all gateways have taken in the window of its own clock, so that together they never lease more than the limit.
 *
 * <p>Without a lease a few requests are admitted on credit, at most {@code permits / 200} in a window, and reported with
 * the next refill: a new caller waits for nobody, and three gateways overshoot a limit by at most 1.5 %. While Redis is
 * away a gateway admits its share of the limit instead. Times are epoch milliseconds. Thread-safe.
 */
final class PermitBucket {

    enum Decision {
        GRANTED,
        DENIED,
        /** Nothing is known to be left here, but Redis may have more: refill, then ask again. */
        WAIT
    }

    /** What a refill asks Redis for. */
    record Ask(int debt, int needed, int ahead) {}

    private enum Refill {
        NONE,
        QUEUED,
        ASKED
    }

    private static final int CREDIT_PART = 200;
    private static final int LARGEST_BLOCK_PART = 10;
    private static final int FIRST_BLOCK = 4;

    private final String key;
    private final Quota quota;
    private final int share;
    private final int credit;
    private final int largestBlock;

    private long windowEndsAt = Long.MIN_VALUE;
    private int leased;
    private int debt;
    private int admitted;
    private int waiting;
    private int remaining;
    private int block = FIRST_BLOCK;
    private boolean exhausted;
    private Refill refill = Refill.NONE;
    private Mono<Void> served = Mono.empty();

    PermitBucket(String key, Quota quota, int replicas) {
        this.key = key;
        this.quota = quota;
        this.share = Math.max(1, quota.permits() / replicas);
        this.credit = quota.permits() / CREDIT_PART;
        this.largestBlock = Math.max(1, quota.permits() / LARGEST_BLOCK_PART);
        this.remaining = quota.permits();
    }

    String key() {
        return key;
    }

    Quota quota() {
        return quota;
    }

    /** Takes one permit if there is one. {@code again} says that this caller has been waiting. */
    synchronized Decision tryAcquire(long now, boolean redisAnswers, boolean again) {
        roll(now);
        if (again && waiting > 0) {
            waiting--;
        }
        if (leased > 0) {
            leased--;
            return granted();
        }
        if (redisAnswers) {
            if (exhausted) {
                return Decision.DENIED;
            }
            if (debt < credit) {
                debt++;
                return granted();
            }
            waiting++;
            return Decision.WAIT;
        }
        if (admitted < share) {
            debt++;
            return granted();
        }
        return Decision.DENIED;
    }

    /** Gives a permit back that another limit made useless. */
    synchronized void giveBack() {
        admitted--;
        leased++;
    }

    /** Takes back a {@link Decision#WAIT} that nobody waits for any more. */
    synchronized void stopWaiting() {
        if (waiting > 0) {
            waiting--;
        }
    }

    /** Whether permits should be asked for. */
    synchronized boolean runsLow() {
        return refill == Refill.NONE && (debt > 0 || waiting > 0 || (!exhausted && leased <= block / 2));
    }

    /** Joins the queue for the next refill; false when it is in one already. */
    synchronized boolean join(Sinks.Empty<Void> queue) {
        if (refill != Refill.NONE) {
            return false;
        }
        refill = Refill.QUEUED;
        served = queue.asMono();
        return true;
    }

    synchronized boolean isQueued() {
        return refill == Refill.QUEUED;
    }

    /** Completes when the refill that it has joined last is over. */
    synchronized Mono<Void> served() {
        return served;
    }

    /** Leaves the queue without having asked. */
    synchronized void leave() {
        refill = Refill.NONE;
    }

    synchronized Ask ask() {
        Ask ask = new Ask(debt, waiting, Math.max(0, block - leased));
        debt = 0;
        refill = Refill.ASKED;
        return ask;
    }

    /**
     * @param granted how many permits Redis gave
     * @param left how many it has left for everybody, below zero when admissions on credit went past the limit
     * @param windowLeft milliseconds until its window ends
     */
    synchronized void refilled(int granted, int left, long windowLeft, long now) {
        refill = Refill.NONE;
        boolean newWindow = now >= windowEndsAt;
        roll(now);
        windowEndsAt = now + windowLeft;
        leased += granted;
        remaining = Math.max(0, left);
        exhausted = left <= 0;
        if (newWindow) {
            block = Math.max(FIRST_BLOCK, block / 2);
        } else if (granted > 0) {
            block = Math.min(largestBlock, block * 2);
        }
        block = Math.min(block, largestBlock);
    }

    synchronized void notRefilled(Ask ask) {
        refill = Refill.NONE;
        debt += ask.debt();
    }

    /** What this gateway believes to be left in the window. */
    synchronized int remaining() {
        return Math.max(0, Math.min(quota.permits() - admitted, remaining + leased - debt));
    }

    synchronized long secondsLeft(long now) {
        roll(now);
        return Math.max(1, (windowEndsAt - now + 999) / 1000);
    }

    private Decision granted() {
        admitted++;
        return Decision.GRANTED;
    }

    /** Permits belong to a window; until Redis says more, a new one is taken to start now. */
    private void roll(long now) {
        if (now >= windowEndsAt) {
            windowEndsAt = now + quota.window().toMillis();
            leased = 0;
            debt = 0;
            admitted = 0;
            remaining = quota.permits();
            exhausted = false;
        }
    }
}
