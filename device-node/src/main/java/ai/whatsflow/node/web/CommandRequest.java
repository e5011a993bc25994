package ai.whatsflow.node.web;

import ai.whatsflow.node.session.NodeCommand;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One command as it comes over the wire; which fields it needs depends on its type. */
@Schema(name = "Command")
record CommandRequest(
        @NotNull UUID commandId,
        @NotNull Type type,
        @NotNull UUID instanceId,
        @Positive long epoch,
        @Nullable Instant deadline,
        @Size(max = 40) @Nullable String engine,

        @Schema(type = "string", format = "duration", example = "PT15S") @Nullable
        Duration leaseExpiresIn,

        @Nullable Instant expiresAt,
        @Nullable UUID messageId,
        @Size(max = 64) @Nullable String whatsappId,
        @Pattern(regexp = "\\+[1-9][0-9]{6,14}") @Nullable String to,
        @Size(min = 1, max = 4096) @Nullable String text) {

    enum Type {
        START,
        STOP,
        SEND
    }

    NodeCommand command(int position) {
        return switch (type) {
            case START ->
                new NodeCommand.Start(
                        commandId,
                        instanceId,
                        epoch,
                        deadline,
                        needed(engine, position, "engine"),
                        needed(leaseExpiresIn, position, "leaseExpiresIn"));
            case STOP -> new NodeCommand.Stop(commandId, instanceId, epoch, deadline);
            case SEND ->
                new NodeCommand.Send(
                        commandId,
                        instanceId,
                        epoch,
                        deadline,
                        expiresAt,
                        needed(messageId, position, "messageId"),
                        needed(whatsappId, position, "whatsappId"),
                        needed(to, position, "to"),
                        needed(text, position, "text"));
        };
    }

    private <T> T needed(@Nullable T value, int position, String field) {
        if (value == null) {
            throw new ProblemException(PlatformProblem.INVALID, "A command lacks what its type needs.")
                    .at("/commands/" + position + "/" + field, "is needed by " + type);
        }
        return value;
    }

    @Override
    public String toString() {
        return "CommandRequest[" + type + " " + commandId + "]";
    }
}
