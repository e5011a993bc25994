package ai.whatsflow.instance.node;

import java.util.Map;
import java.util.UUID;

/** How a batch of commands went. */
public sealed interface CommandsAnswer {

    /** The node answered; a command without a result was not taken. */
    record Answered(Map<UUID, CommandResult> results) implements CommandsAnswer {}

    /** No answer: any of the commands may or may not have been taken. */
    record Unknown(String reason) implements CommandsAnswer {}
}
