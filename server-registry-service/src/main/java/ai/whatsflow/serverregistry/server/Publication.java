package ai.whatsflow.serverregistry.server;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Whether a new state of a server goes to the health stream, and as what. */
public enum Publication {
    /** Something that consumers act on is different: at once. */
    CHANGED,
    /** Only metrics moved: now and then. */
    REPORTED,
    NONE;

    static Publication of(Server before, Server after, Instant now, Duration reportInterval) {
        if (before.status() != after.status()
                || before.maintenance() != after.maintenance()
                || !before.exitedBootIds().equals(after.exitedBootIds())
                || !Objects.equals(before.publicKey(), after.publicKey())
                || !sameRun(before, after)) {
            return CHANGED;
        }
        Instant last = after.publishedAt();
        boolean due = last == null || !now.isBefore(last.plus(reportInterval));
        return after.boot() != null && !Objects.equals(before.boot(), after.boot()) && due ? REPORTED : NONE;
    }

    private static boolean sameRun(Server before, Server after) {
        Boot old = before.boot();
        Boot now = after.boot();
        if (old == null || now == null) {
            return old == now;
        }
        return old.id().equals(now.id())
                && old.url().equals(now.url())
                && old.engines().equals(now.engines())
                && old.capacity().equals(now.capacity());
    }
}
