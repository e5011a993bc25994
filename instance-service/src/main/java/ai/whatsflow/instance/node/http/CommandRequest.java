package ai.whatsflow.instance.node.http;

import ai.whatsflow.instance.node.NodeCommand;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A command as the node protocol writes it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CommandRequest(
        UUID commandId,
        String type,
        UUID instanceId,
        long epoch,
        Instant deadline,
        @Nullable Duration leaseExpiresIn,
        @Nullable String engine,
        @Nullable Instant expiresAt,
        @Nullable UUID messageId,
        @Nullable String whatsappId,
        @Nullable String to,
        @Nullable String text) {

    record Batch(List<CommandRequest> commands) {}

    static CommandRequest of(NodeCommand command) {
        return switch (command) {
            case NodeCommand.Start start -> of(start, "START", start.leaseExpiresIn(), start.engine(), null);
            case NodeCommand.Stop stop -> of(stop, "STOP", null, null, null);
            case NodeCommand.Send send -> of(send, "SEND", null, null, send);
        };
    }

    private static CommandRequest of(
            NodeCommand command,
            String type,
            @Nullable Duration leaseExpiresIn,
            @Nullable String engine,
            NodeCommand.@Nullable Send send) {
        return new CommandRequest(
                command.commandId(),
                type,
                command.instanceId(),
                command.epoch(),
                command.deadline(),
                leaseExpiresIn,
                engine,
                send == null ? null : send.expiresAt(),
                send == null ? null : send.messageId(),
                send == null ? null : send.whatsappId(),
                send == null ? null : send.to(),
                send == null ? null : send.text());
    }
}
