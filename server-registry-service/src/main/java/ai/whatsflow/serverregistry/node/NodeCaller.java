package ai.whatsflow.serverregistry.node;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The node that signed the request's token.
 *
 * @param bootId the run that signed it; absent when a supervisor speaks for a run that has ended
 */
public record NodeCaller(UUID serverId, @Nullable UUID bootId) {

    /** Whether the token was made by this very run. */
    public boolean isRun(UUID claimedBootId) {
        return claimedBootId.equals(bootId);
    }
}
