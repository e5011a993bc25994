package ai.whatsflow.node.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answer to one command. */
public record CommandResult(
        UUID commandId, Result result, @Nullable Reason reason) {

    public enum Result {
        /** Under way; its outcome comes as an event. */
        ACCEPTED,
        /** Nothing is left to do. */
        DONE,
        REJECTED
    }

    public enum Reason {
        STALE_EPOCH,
        NOT_OWNER,
        BUSY,
        NOT_READY,
        EXPIRED
    }

    static CommandResult accepted(NodeCommand command) {
        return new CommandResult(command.commandId(), Result.ACCEPTED, null);
    }

    static CommandResult done(NodeCommand command) {
        return new CommandResult(command.commandId(), Result.DONE, null);
    }

    static CommandResult rejected(NodeCommand command, Reason reason) {
        return new CommandResult(command.commandId(), Result.REJECTED, reason);
    }
}
