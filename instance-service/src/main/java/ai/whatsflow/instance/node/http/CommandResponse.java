package ai.whatsflow.instance.node.http;

import ai.whatsflow.instance.node.CommandResult;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A node's answer to one command. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CommandResponse(
        UUID commandId, String result, @Nullable String reason) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Batch(List<CommandResponse> results) {}

    /** What we make of it; a word from a newer protocol counts as not ready. */
    CommandResult meaning() {
        String word = result.equals("REJECTED") && reason != null ? reason : result;
        for (CommandResult known : CommandResult.values()) {
            if (known.name().equals(word)) {
                return known;
            }
        }
        return CommandResult.NOT_READY;
    }
}
