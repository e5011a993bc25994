package ai.whatsflow.simulator.network;

import java.time.Instant;

public sealed interface SendResult {

    /** @param duplicate the id was seen from this sender before: acknowledged again, delivered no second time */
    record Accepted(Message message, boolean duplicate, Instant at) implements SendResult {}

    record Refused(Refusal reason) implements SendResult {}
}
