package ai.whatsflow.instance.instance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A WhatsApp instance of a customer.
 *
 * @param reason why it is in this state, in the words of its node
 * @param version rises with each fact that is published
 * @param epoch the epoch whose reports count
 * @param stateSeq position in the node's log of the last report of this epoch
 * @param serverId the node that got this epoch
 * @param linkedAt since when it is linked to a phone
 */
public record Instance(
        UUID id,
        UUID accountId,
        String name,
        String engine,
        SessionState state,
        @Nullable String reason,
        @Nullable String phone,
        long version,
        long epoch,
        long stateSeq,
        @Nullable UUID serverId,
        @Nullable Instant linkedAt,
        Instant createdAt) {

    /** The instance after something happened, and the facts to tell about it, in order. */
    record Transition(Instance instance, List<SessionChanged> facts) {}

    /** What a node reports counts if it holds this epoch and has said nothing later. */
    Transition reported(SessionReport report) {
        boolean counts = report.epoch() == epoch && report.seq() > stateSeq && state.mayBecome(report.state());
        if (!counts) {
            return new Transition(this, List.of());
        }
        List<SessionFact> facts = factsOf(report);
        Instance next = report.state() == SessionState.LOGGED_OUT
                ? with(report.state(), report.reason(), null, null, report.seq())
                : with(
                        report.state(),
                        report.reason(),
                        report.phone() == null ? phone : report.phone(),
                        facts.contains(SessionFact.LINKED) ? report.at() : linkedAt,
                        report.seq());
        return next.telling(facts, report.qr(), report.at());
    }

    /** Another node holds it now, or the same one again under a new epoch. */
    Transition moved(UUID toServer, long toEpoch, Instant at) {
        Instance next = with(SessionState.STARTING, null, phone, linkedAt, -1).heldBy(toServer, toEpoch);
        return next.telling(epoch == 0 ? List.of() : List.of(SessionFact.MOVED), null, at);
    }

    /** It is wanted again. */
    Instance requested() {
        boolean idle = state == SessionState.LOGGED_OUT || state == SessionState.STOPPED;
        return idle ? with(SessionState.CREATED, null, phone, linkedAt, stateSeq) : this;
    }

    Transition deleted(Instant at) {
        return with(SessionState.DELETED, null, phone, null, stateSeq)
                .telling(List.of(SessionFact.LOGGED_OUT), null, at);
    }

    private List<SessionFact> factsOf(SessionReport report) {
        boolean wasOnline = state == SessionState.ONLINE;
        return switch (report.state()) {
            case QR -> List.of(SessionFact.QR_ISSUED);
            case ONLINE -> {
                boolean samePhone = report.phone() == null || report.phone().equals(phone);
                if (linkedAt == null || !samePhone) {
                    yield List.of(SessionFact.LINKED, SessionFact.CONNECTED);
                }
                yield wasOnline ? List.of() : List.of(SessionFact.CONNECTED);
            }
            case LOGGED_OUT -> state == SessionState.LOGGED_OUT ? List.of() : List.of(SessionFact.LOGGED_OUT);
            default -> wasOnline ? List.of(SessionFact.DISCONNECTED) : List.of();
        };
    }

    private Transition telling(List<SessionFact> facts, @Nullable QrCode qr, Instant at) {
        Instance told = this;
        List<SessionChanged> changes = new ArrayList<>();
        for (SessionFact fact : facts) {
            told = told.withVersion(told.version + 1);
            changes.add(new SessionChanged(fact, told, fact == SessionFact.QR_ISSUED ? qr : null, at));
        }
        return new Transition(told, changes);
    }

    private Instance with(
            SessionState newState,
            @Nullable String newReason,
            @Nullable String newPhone,
            @Nullable Instant newLinkedAt,
            long newStateSeq) {
        return new Instance(
                id,
                accountId,
                name,
                engine,
                newState,
                newReason,
                newPhone,
                version,
                epoch,
                newStateSeq,
                serverId,
                newLinkedAt,
                createdAt);
    }

    private Instance heldBy(UUID newServer, long newEpoch) {
        return new Instance(
                id, accountId, name, engine, state, reason, phone, version, newEpoch, stateSeq, newServer, linkedAt,
                createdAt);
    }

    private Instance withVersion(long newVersion) {
        return new Instance(
                id,
                accountId,
                name,
                engine,
                state,
                reason,
                phone,
                newVersion,
                epoch,
                stateSeq,
                serverId,
                linkedAt,
                createdAt);
    }
}
