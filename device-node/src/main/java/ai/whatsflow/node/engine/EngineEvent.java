package ai.whatsflow.node.engine;

import java.time.Instant;

/** What an engine tells about a connection. */
public sealed interface EngineEvent {

    record QrIssued(String code, int attempt, int of, Instant expiresAt) implements EngineEvent {

        @Override
        public String toString() {
            return "QrIssued[" + attempt + " of " + of + "]";
        }
    }

    /** A phone has linked the device, and its state is saved. */
    record Linked(String phone) implements EngineEvent {}

    /** Sends are taken from here on. */
    record Online(String phone) implements EngineEvent {}

    /** WhatsApp has taken the message. */
    record Sent(String whatsappId) implements EngineEvent {}

    /** WhatsApp will never take this message. */
    record SendRefused(String whatsappId, String reason) implements EngineEvent {}

    /** WhatsApp repeats it after every reconnect until {@code received} was run: run it once it is on disk. */
    record Receipt(String whatsappId, Kind kind, Instant at, Runnable received) implements EngineEvent {

        public enum Kind {
            DELIVERED,
            READ,
            PLAYED
        }
    }

    /** As for {@link Receipt}: WhatsApp repeats it until {@code received} was run. */
    record Inbound(String whatsappId, String from, String text, Instant at, Runnable received) implements EngineEvent {

        @Override
        public String toString() {
            return "Inbound[" + whatsappId + "]";
        }
    }

    record Ended(Ending ending) implements EngineEvent {}
}
