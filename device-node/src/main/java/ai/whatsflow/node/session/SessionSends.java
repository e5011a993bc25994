package ai.whatsflow.node.session;

import ai.whatsflow.node.engine.EngineConnection;
import ai.whatsflow.node.engine.Handover;
import ai.whatsflow.node.engine.OutgoingText;
import ai.whatsflow.node.eventlog.EventPayload;
import ai.whatsflow.node.eventlog.NodeEvents;
import ai.whatsflow.node.lease.Lease;
import ai.whatsflow.node.session.CommandResult.Reason;
import ai.whatsflow.node.session.NodeCommand.Send;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The sends of one session, in the order in which they came. A send that WhatsApp has not acknowledged is kept, and
 * goes out again with the same id after a reconnect or a long silence, until the platform too has given it up: were it
 * dropped before, later messages would overtake it. Where a second send would be a second message it is only kept, for
 * an acknowledgement that comes late. Thread-safe.
 */
final class SessionSends {

    /** @param doubted the connection it left on has ended, and nobody will say on the next what became of it */
    private record Outstanding(Send command, long handedNanos, boolean doubted) {

        Outstanding inDoubt() {
            return new Outstanding(command, handedNanos, true);
        }
    }

    private static final long LOCK_SECONDS = 2;

    private final Lease lease;
    private final SentMemory memory;
    private final NodeEvents events;
    private final SessionScheduler scheduler;
    private final Clock clock;
    private final Limits limits;

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Map<String, Outstanding> outstanding = new LinkedHashMap<>();
    private @Nullable EngineConnection connection;

    /**
     * @param timeoutNanos silence after which a send goes out again on a living connection
     * @param maySendAgain whether WhatsApp takes a second send with the same id for the same message
     */
    record Limits(int maxOutstanding, long timeoutNanos, boolean maySendAgain) {}

    SessionSends(
            Lease lease, SentMemory memory, NodeEvents events, SessionScheduler scheduler, Clock clock, Limits limits) {
        this.lease = lease;
        this.memory = memory;
        this.events = events;
        this.scheduler = scheduler;
        this.clock = clock;
        this.limits = limits;
    }

    CommandResult send(Send command) {
        if (!locked()) {
            return CommandResult.rejected(command, Reason.BUSY);
        }
        try {
            if (memory.knows(lease.instanceId(), command.whatsappId())) {
                return CommandResult.done(command);
            }
            EngineConnection open = connection;
            if (open == null) {
                return CommandResult.rejected(command, Reason.NOT_READY);
            }
            synchronized (outstanding) {
                if (outstanding.containsKey(command.whatsappId())) {
                    return CommandResult.accepted(command);
                }
                if (awaited() >= limits.maxOutstanding()) {
                    return CommandResult.rejected(command, Reason.BUSY);
                }
                outstanding.put(command.whatsappId(), new Outstanding(command, scheduler.nanoTime(), false));
            }
            return switch (open.send(text(command))) {
                case HANDED -> CommandResult.accepted(command);
                case NOT_ONLINE -> forget(command, Reason.NOT_READY);
                case FENCED -> forget(command, Reason.NOT_OWNER);
            };
        } finally {
            lock.unlock();
        }
    }

    private boolean locked() {
        try {
            return lock.tryLock(LOCK_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private CommandResult forget(Send command, Reason reason) {
        take(command.whatsappId());
        return CommandResult.rejected(command, reason);
    }

    /** What is in doubt may wait for days; it must not keep others from leaving for as long. */
    private long awaited() {
        return outstanding.values().stream().filter(send -> !send.doubted()).count();
    }

    /** What is outstanding goes first, then new sends are taken. */
    void open(EngineConnection online) {
        lock.lock();
        try {
            doubtWhatIsNotSentAgain();
            resend(online, Long.MAX_VALUE);
            connection = online;
        } finally {
            lock.unlock();
        }
    }

    /** Does not wait for a send that is stuck in the socket: closing the socket, done before, ends that. */
    void close(@Nullable EngineConnection closed) {
        if (closed == null) {
            return;
        }
        scheduler.start("sends-close", () -> {
            lock.lock();
            try {
                if (connection == closed) {
                    connection = null;
                }
            } finally {
                lock.unlock();
            }
        });
    }

    boolean hasOverdue(long nowNanos) {
        synchronized (outstanding) {
            return outstanding.values().stream().anyMatch(send -> overdue(send, nowNanos));
        }
    }

    void resendOverdue(long nowNanos) {
        if (!locked()) {
            return;
        }
        try {
            EngineConnection open = connection;
            if (open != null) {
                resend(open, nowNanos);
            }
        } finally {
            lock.unlock();
        }
    }

    private void doubtWhatIsNotSentAgain() {
        if (!limits.maySendAgain()) {
            synchronized (outstanding) {
                outstanding.replaceAll((id, send) -> send.inDoubt());
            }
        }
    }

    private void resend(EngineConnection open, long nowNanos) {
        List<Outstanding> due = new ArrayList<>();
        synchronized (outstanding) {
            Instant now = clock.instant();
            outstanding.values().removeIf(send -> isOver(send.command(), now) && noCopyIsTaken(send.command(), now));
            outstanding.values().stream()
                    .filter(send -> !isOver(send.command(), now))
                    .filter(send -> limits.maySendAgain())
                    .filter(send -> nowNanos == Long.MAX_VALUE || overdue(send, nowNanos))
                    .forEach(due::add);
            due.forEach(send -> outstanding.replace(
                    send.command().whatsappId(), new Outstanding(send.command(), scheduler.nanoTime(), false)));
        }
        for (Outstanding send : due) {
            if (open.send(text(send.command())) != Handover.HANDED) {
                return;
            }
        }
    }

    private boolean overdue(Outstanding send, long nowNanos) {
        return nowNanos - send.handedNanos() >= limits.timeoutNanos();
    }

    private static boolean isOver(Send command, Instant now) {
        Instant expiresAt = command.expiresAt();
        return expiresAt == null ? expired(command, now) : now.isAfter(expiresAt);
    }

    /** Until its deadline a second copy of the command may arrive: it has to find the first. */
    private static boolean noCopyIsTaken(Send command, Instant now) {
        return command.deadline() == null || expired(command, now);
    }

    static boolean expired(NodeCommand command, Instant now) {
        Instant deadline = command.deadline();
        return deadline != null && now.isAfter(deadline);
    }

    /** WhatsApp has it, whether it said so or its recipient did. */
    void acknowledged(String whatsappId) {
        Outstanding send = take(whatsappId);
        if (send != null && memory.remember(lease.instanceId(), whatsappId)) {
            events.record(
                    lease.instanceId(),
                    lease.epoch(),
                    new EventPayload.Sent(send.command().messageId(), whatsappId));
        }
    }

    void refused(String whatsappId, String reason) {
        Outstanding send = take(whatsappId);
        if (send != null && memory.remember(lease.instanceId(), whatsappId)) {
            events.record(
                    lease.instanceId(),
                    lease.epoch(),
                    new EventPayload.Failed(send.command().messageId(), whatsappId, reason));
        }
    }

    @Nullable
    UUID messageId(String whatsappId) {
        synchronized (outstanding) {
            Outstanding send = outstanding.get(whatsappId);
            return send == null ? null : send.command().messageId();
        }
    }

    int inFlight() {
        synchronized (outstanding) {
            return outstanding.size();
        }
    }

    private @Nullable Outstanding take(String whatsappId) {
        synchronized (outstanding) {
            return outstanding.remove(whatsappId);
        }
    }

    private static OutgoingText text(Send command) {
        return new OutgoingText(command.whatsappId(), command.to(), command.text());
    }
}
