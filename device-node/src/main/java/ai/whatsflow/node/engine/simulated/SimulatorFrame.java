package ai.whatsflow.node.engine.simulated;

import ai.whatsflow.node.engine.EngineEvent;
import java.time.Instant;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** One frame that the simulator said, and what it means to the engine. */
record SimulatorFrame(JsonNode json) {

    String type() {
        return text("type");
    }

    String text(String field) {
        return Objects.requireNonNull(json.path(field).asString(""));
    }

    long number(String field) {
        return json.path(field).asLong();
    }

    EngineEvent qrIssued() {
        return new EngineEvent.QrIssued(
                text("code"), json.path("attempt").asInt(), json.path("of").asInt(), instant("expiresAt"));
    }

    EngineEvent sent() {
        return new EngineEvent.Sent(text("whatsappId"));
    }

    EngineEvent sendRefused() {
        return new EngineEvent.SendRefused(text("whatsappId"), text("reason"));
    }

    EngineEvent receipt(Runnable received) {
        EngineEvent.Receipt.Kind kind = EngineEvent.Receipt.Kind.valueOf(text("status"));
        return new EngineEvent.Receipt(text("whatsappId"), kind, instant("at"), received);
    }

    EngineEvent inbound(Runnable received) {
        return new EngineEvent.Inbound(text("whatsappId"), text("from"), text("text"), instant("at"), received);
    }

    private Instant instant(String field) {
        return Instant.parse(text(field));
    }
}
