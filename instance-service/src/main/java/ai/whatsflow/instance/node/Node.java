package ai.whatsflow.instance.node;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device node as the health stream shows it.
 *
 * @param bootId the run that is registered now, or null
 * @param exitedBootIds runs that are known to have ended
 * @param engines what it can run sessions on
 * @param publicKey JWK of the key that signs its tokens
 */
public record Node(
        UUID serverId,
        long version,
        String name,
        NodeStatus status,
        @Nullable UUID bootId,
        Set<UUID> exitedBootIds,
        @Nullable String url,
        List<NodeEngine> engines,
        int maxDevices,
        @Nullable String region,
        @Nullable String publicKey) {

    public Node {
        exitedBootIds = Set.copyOf(exitedBootIds);
        engines = List.copyOf(engines);
    }

    /** Whether commands can reach it. */
    public boolean isReachable() {
        return bootId != null && url != null;
    }

    /** Whether new sessions may be placed there. */
    public boolean isOpen() {
        return status == NodeStatus.ONLINE && isReachable();
    }

    public boolean offers(String engine) {
        return engines.stream().anyMatch(each -> each.name().equals(engine));
    }

    /** Whether an unknown outcome may be resolved by sending again. */
    public boolean maySendAgain(String engine) {
        return engines.stream().anyMatch(each -> each.name().equals(engine) && each.idempotentSend());
    }

    /** Whether that run is proven dead: reported as exited, or followed by a newer one. */
    public boolean hasEnded(UUID oldBootId) {
        return exitedBootIds.contains(oldBootId) || (bootId != null && !bootId.equals(oldBootId));
    }
}
