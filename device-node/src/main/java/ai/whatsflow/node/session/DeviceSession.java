package ai.whatsflow.node.session;

import ai.whatsflow.node.engine.Ending;
import ai.whatsflow.node.engine.EngineConnection;
import ai.whatsflow.node.engine.EngineEvent;
import ai.whatsflow.node.engine.WhatsAppEngine;
import ai.whatsflow.node.eventlog.EventPayload;
import ai.whatsflow.node.lease.Lease;
import ai.whatsflow.node.lease.LeaseClock;
import ai.whatsflow.node.lease.LeaseClock.Standing;
import ai.whatsflow.node.lease.LeaseHolder;
import ai.whatsflow.node.lease.Leases;
import ai.whatsflow.node.session.NodeCommand.Send;
import ai.whatsflow.node.session.NodeCommand.Start;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One session under one epoch: does what {@link SessionMachine} decides. Decisions are made one at a time in the
 * mailbox; falling silent and closing the socket never wait for it. Thread-safe.
 */
final class DeviceSession implements LeaseHolder {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceSession.class);
    private static final Duration STABLE = Duration.ofSeconds(30);

    private final Lease lease;
    private final WhatsAppEngine engine;
    private final SessionContext context;
    private final Consumer<DeviceSession> whenEnded;
    private final SessionFence fence;
    private final SessionSends sends;
    private final SessionFacts facts;
    private final Backoff backoff;
    private final Mailbox mailbox;

    private volatile LeaseClock leaseClock;
    private volatile boolean ending;
    private volatile boolean runOut;
    private volatile long doubtedSinceNanos;
    private volatile @Nullable EngineConnection connection;

    private volatile Phase phase = Phase.STARTING;
    private volatile SessionState state = SessionState.STARTING;
    private volatile Instant since;
    private volatile @Nullable String phone;

    private byte @Nullable [] savedState;
    private int generation;
    private long onlineSinceNanos;

    DeviceSession(Start start, WhatsAppEngine engine, SessionContext context, Consumer<DeviceSession> whenEnded) {
        this.lease = new Lease(start.instanceId(), start.epoch());
        this.engine = engine;
        this.context = context;
        this.whenEnded = whenEnded;
        this.mailbox = new Mailbox(context.scheduler());
        this.doubtedSinceNanos = now();
        this.leaseClock = LeaseClock.claimed(now(), start.leaseExpiresIn());
        this.fence = new SessionFence(context.vault(), lease, this::mayLeave);
        this.sends = new SessionSends(
                lease,
                context.memory(),
                context.events(),
                context.scheduler(),
                context.clock(),
                new SessionSends.Limits(
                        context.settings().maxOutstanding(),
                        context.settings().acknowledgementTimeout().toNanos(),
                        engine.description().idempotentSend()));
        this.facts = new SessionFacts(lease, sends, context.memory(), context.events());
        this.backoff = new Backoff(
                context.settings().firstReconnect(), context.settings().slowestReconnect(), context.jitter());
        this.since = context.clock().instant();
    }

    void begin() {
        mailbox.post(() -> report(SessionState.STARTING, null, null));
        context.leases().renewSoon();
    }

    Lease lease() {
        return lease;
    }

    SessionView view() {
        return new SessionView(
                lease.instanceId(),
                lease.epoch(),
                engine.description().name(),
                state,
                phone,
                leaseClock.remaining(now()),
                since);
    }

    SessionState state() {
        return state;
    }

    SessionSends sends() {
        return sends;
    }

    CommandResult send(Send command) {
        if (!mayLeave()) {
            return CommandResult.rejected(command, CommandResult.Reason.NOT_OWNER);
        }
        return sends.send(command);
    }

    /** Closes the socket before it returns; the rest follows. */
    void end(Signal signal) {
        ending = true;
        closeSocket();
        mailbox.post(() -> handle(signal, null));
    }

    private boolean mayLeave() {
        return !ending && leaseClock.standing(now()) == Standing.HELD;
    }

    private long now() {
        return context.scheduler().nanoTime();
    }

    // --- lease ---------------------------------------------------------------------------------------------------

    @Override
    public Optional<Lease> wanted() {
        return ending || phase == Phase.ENDED ? Optional.empty() : Optional.of(lease);
    }

    @Override
    public void renewed(long sentNanos, Duration leaseTime) {
        leaseClock = leaseClock.renewed(sentNanos, leaseTime);
        boolean speaks = leaseClock.standing(now()) == Standing.HELD;
        if (speaks && sentNanos - doubtedSinceNanos >= 0) {
            runOut = false;
            if (phase == Phase.STARTING || phase == Phase.FENCED || phase == Phase.CHECKING) {
                mailbox.post(() -> handle(Signal.LEASE_GRANTED, null));
            }
        }
    }

    @Override
    public void lost(Leases.Verdict verdict) {
        LOG.info("session {} epoch {} ends: its lease is {}", lease.instanceId(), lease.epoch(), verdict);
        end(Signal.LEASE_GONE);
    }

    @Override
    public void watch(long nowNanos) {
        if (!runOut && leaseClock.standing(nowNanos) == Standing.CLOSED) {
            runOut = true;
            doubtedSinceNanos = nowNanos;
            closeSocket();
            mailbox.post(() -> handle(Signal.LEASE_RUNNING_OUT, null));
        }
    }

    // --- decisions, in the mailbox ----------------------------------------------------------------------------------

    private void handle(Signal signal, EventPayload.@Nullable Qr qr) {
        Transition transition = SessionMachine.on(phase, signal);
        Phase before = phase;
        phase = transition.next();
        for (Effect effect : transition.effects()) {
            perform(effect);
        }
        SessionState report = transition.report();
        if (report != null) {
            report(report, qr, transition.reason());
        }
        if (phase == Phase.ENDED && before != Phase.ENDED) {
            whenEnded.accept(this);
        }
    }

    private void perform(Effect effect) {
        switch (effect) {
            case CLOSE -> close();
            case LOAD_STATE -> load();
            case OPEN -> open();
            case RETRY_LATER -> retryLater();
            case RENEW_LEASE -> {
                doubtedSinceNanos = now();
                context.leases().renewSoon();
            }
            case RELEASE_LEASE -> context.leases().release(lease);
        }
    }

    private void load() {
        int mine = ++generation;
        context.scheduler().start("vault-load", () -> {
            Signal signal = fence.load(loaded -> savedState = loaded);
            mailbox.post(() -> {
                if (mine == generation) {
                    handle(signal, null);
                }
            });
        });
    }

    private void open() {
        int mine = ++generation;
        try {
            connection = engine.open(savedState, fence, event -> hear(mine, event));
        } catch (RuntimeException e) {
            LOG.error("session {}: its saved state cannot be used", lease.instanceId(), e);
            mailbox.post(() -> handle(Signal.SOCKET_LOST, null));
        }
        savedState = null;
        if (ending || runOut) {
            closeSocket();
        }
    }

    private void close() {
        generation++;
        closeSocket();
        sends.close(connection);
        connection = null;
        if (onlineSinceNanos != 0 && now() - onlineSinceNanos > STABLE.toNanos()) {
            backoff.reset();
        }
        onlineSinceNanos = 0;
    }

    private void closeSocket() {
        EngineConnection open = connection;
        if (open != null) {
            open.close();
        }
    }

    private void retryLater() {
        context.scheduler().after(backoff.next(), () -> mailbox.post(() -> handle(Signal.RETRY_DUE, null)));
    }

    private void report(SessionState changed, EventPayload.@Nullable Qr qr, @Nullable String reason) {
        state = changed;
        since = context.clock().instant();
        LOG.info(
                "session {} epoch {}: {}{}",
                lease.instanceId(),
                lease.epoch(),
                changed,
                reason == null ? "" : " (" + reason + ")");
        context.events()
                .record(
                        lease.instanceId(),
                        lease.epoch(),
                        new EventPayload.SessionState(changed.name(), qr, phone, reason));
    }

    // --- the engine's thread ----------------------------------------------------------------------------------------

    private void hear(int from, EngineEvent event) {
        switch (event) {
            case EngineEvent.Sent sent -> facts.sent(sent);
            case EngineEvent.SendRefused refused -> facts.refused(refused);
            case EngineEvent.Receipt receipt -> facts.receipt(receipt);
            case EngineEvent.Inbound inbound -> facts.inbound(inbound);
            case EngineEvent.QrIssued code ->
                decide(
                        from,
                        Signal.QR_ISSUED,
                        new EventPayload.Qr(code.code(), code.attempt(), code.of(), code.expiresAt()));
            case EngineEvent.Linked(String number) -> {
                phone = number;
                decide(from, Signal.LINKED, null);
            }
            case EngineEvent.Online(String number) -> {
                phone = number;
                mailbox.post(() -> online(from));
            }
            case EngineEvent.Ended(Ending how) -> decide(from, signal(how), null);
        }
    }

    private void decide(int from, Signal signal, EventPayload.@Nullable Qr qr) {
        mailbox.post(() -> {
            if (from == generation) {
                handle(signal, qr);
            }
        });
    }

    private void online(int from) {
        EngineConnection open = connection;
        if (from == generation && open != null) {
            onlineSinceNanos = now();
            sends.open(open);
            handle(Signal.CONNECTED, null);
        }
    }

    private static Signal signal(Ending ending) {
        return switch (ending) {
            case LOST, CLOSED -> Signal.SOCKET_LOST;
            case CONFLICT -> Signal.CONFLICT;
            case LOGGED_OUT -> Signal.LOGGED_OUT;
            case BANNED -> Signal.BANNED;
            case PAIRING_TIMED_OUT -> Signal.PAIRING_TIMED_OUT;
            case STATE_REFUSED -> Signal.STATE_STALE;
        };
    }
}
