package ai.whatsflow.instance.messaging;

import ai.whatsflow.instance.dispatch.DispatchOutcome;
import ai.whatsflow.instance.dispatch.DispatchStatus;
import ai.whatsflow.instance.dispatch.WhatsAppId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A status that a message has reached. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DispatchV1(
        UUID messageId,
        UUID accountId,
        UUID instanceId,
        String status,
        @Nullable String whatsappId,
        @Nullable String reason,
        @Nullable Long epoch,
        Instant at) {

    static final String TOPIC = "instance.dispatch";

    static DispatchV1 of(DispatchOutcome outcome) {
        boolean reachedWhatsApp = outcome.epoch() != null;
        return new DispatchV1(
                outcome.messageId(),
                outcome.accountId(),
                outcome.instanceId(),
                outcome.status().name(),
                reachedWhatsApp ? WhatsAppId.of(outcome.messageId()) : null,
                outcome.reason(),
                outcome.epoch(),
                outcome.at());
    }

    static String type(DispatchStatus status) {
        return switch (status) {
            case SENT -> "instance.dispatch.sent.v1";
            case DELIVERED -> "instance.dispatch.delivered.v1";
            case READ -> "instance.dispatch.read.v1";
            case FAILED -> "instance.dispatch.failed.v1";
            case EXPIRED -> "instance.dispatch.expired.v1";
            case PENDING -> throw new IllegalArgumentException("waiting is no fact");
        };
    }
}
