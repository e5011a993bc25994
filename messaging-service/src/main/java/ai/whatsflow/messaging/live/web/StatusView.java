package ai.whatsflow.messaging.live.web;

import ai.whatsflow.messaging.live.StatusReport;
import ai.whatsflow.messaging.message.MessageStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record StatusView(
        UUID messageId,
        UUID instanceId,
        MessageStatus status,
        @Nullable String reason,
        Instant at) {

    static StatusView of(StatusReport report) {
        return new StatusView(report.messageId(), report.instanceId(), report.status(), report.reason(), report.at());
    }
}
