package ai.whatsflow.node.session;

import static ai.whatsflow.node.session.Effect.CLOSE;
import static ai.whatsflow.node.session.Effect.LOAD_STATE;
import static ai.whatsflow.node.session.Effect.OPEN;
import static ai.whatsflow.node.session.Effect.RELEASE_LEASE;
import static ai.whatsflow.node.session.Effect.RENEW_LEASE;
import static ai.whatsflow.node.session.Effect.RETRY_LATER;

/**
 * Decides what a session does, and does nothing itself. Two rules stand above the rest: nothing opens before the lease
 * is confirmed, and a lease is released only after the socket is closed. A signal that means nothing in a phase (it
 * came late) changes nothing.
 */
final class SessionMachine {

    private SessionMachine() {}

    static Transition on(Phase phase, Signal signal) {
        if (phase == Phase.ENDED) {
            return Transition.to(Phase.ENDED);
        }
        return switch (signal) {
            case LEASE_GRANTED -> granted(phase);
            case LEASE_RUNNING_OUT -> runningOut(phase);
            case LEASE_GONE -> Transition.to(Phase.ENDED, CLOSE).reporting(SessionState.STOPPED, "lease-lost");
            case STATE_FOUND -> found(phase);
            case STATE_ABSENT -> phase == Phase.LOADING ? Transition.to(Phase.CONNECTING, OPEN) : stay(phase);
            case STATE_STALE -> Transition.to(Phase.ENDED, CLOSE).reporting(SessionState.STOPPED, "stale-epoch");
            case STATE_UNAVAILABLE ->
                phase == Phase.LOADING
                        ? waiting().reporting(SessionState.RECONNECTING, "vault-unavailable")
                        : stay(phase);
            case RETRY_DUE -> phase == Phase.WAITING ? Transition.to(Phase.LOADING, LOAD_STATE) : stay(phase);
            case STOP -> ended().reporting(SessionState.STOPPED, "requested");
            case SHUTDOWN -> ended().reporting(SessionState.STOPPED, "node-shutdown");
            case QR_ISSUED, LINKED, CONNECTED, SOCKET_LOST, CONFLICT, LOGGED_OUT, BANNED, PAIRING_TIMED_OUT ->
                isOpen(phase) ? engine(signal) : stay(phase);
        };
    }

    private static Transition granted(Phase phase) {
        return switch (phase) {
            case STARTING, FENCED -> Transition.to(Phase.LOADING, LOAD_STATE);
            case CHECKING -> waiting();
            default -> stay(phase);
        };
    }

    private static Transition runningOut(Phase phase) {
        return switch (phase) {
            case STARTING -> Transition.to(Phase.FENCED);
            case FENCED -> stay(phase);
            default -> Transition.to(Phase.FENCED, CLOSE).reporting(SessionState.RECONNECTING, "lease-not-renewed");
        };
    }

    private static Transition found(Phase phase) {
        return phase == Phase.LOADING
                ? Transition.to(Phase.CONNECTING, OPEN).reporting(SessionState.CONNECTING)
                : stay(phase);
    }

    private static Transition engine(Signal signal) {
        return switch (signal) {
            case QR_ISSUED -> Transition.to(Phase.PAIRING).reporting(SessionState.QR);
            case LINKED -> Transition.to(Phase.CONNECTING).reporting(SessionState.CONNECTING, "linked");
            case CONNECTED -> Transition.to(Phase.ONLINE).reporting(SessionState.ONLINE);
            case CONFLICT ->
                Transition.to(Phase.CHECKING, CLOSE, RENEW_LEASE).reporting(SessionState.RECONNECTING, "conflict");
            case LOGGED_OUT -> ended().reporting(SessionState.LOGGED_OUT, "logged-out");
            case BANNED -> ended().reporting(SessionState.LOGGED_OUT, "banned");
            case PAIRING_TIMED_OUT -> ended().reporting(SessionState.STOPPED, "pairing-timed-out");
            default -> waiting().reporting(SessionState.RECONNECTING, "connection-lost");
        };
    }

    private static boolean isOpen(Phase phase) {
        return phase == Phase.CONNECTING || phase == Phase.PAIRING || phase == Phase.ONLINE;
    }

    private static Transition waiting() {
        return Transition.to(Phase.WAITING, CLOSE, RETRY_LATER);
    }

    private static Transition ended() {
        return Transition.to(Phase.ENDED, CLOSE, RELEASE_LEASE);
    }

    private static Transition stay(Phase phase) {
        return Transition.to(phase);
    }
}
