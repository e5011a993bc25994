package ai.whatsflow.instance.assignment;

import ai.whatsflow.instance.node.NodeCaller;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A node keeps its sessions for another lease time, in batch. */
@Service
public class RenewLeases {

    /** What a node learns about one lease. */
    public enum Result {
        RENEWED,
        /** Another owner or epoch: close the session now. */
        LOST,
        /** No such session any more. */
        MISSING
    }

    /** The result for one instance. */
    public record Renewal(UUID instanceId, Result result) {}

    private final Leases leases;
    private final LeaseProperties properties;

    RenewLeases(Leases leases, LeaseProperties properties) {
        this.leases = leases;
        this.properties = properties;
    }

    @Transactional
    public List<Renewal> renew(NodeCaller node, List<Held> held) {
        Set<UUID> renewed = leases.renew(node.serverId(), node.bootId(), held, properties.duration());
        Set<UUID> known = renewed.size() == held.size() ? renewed : leases.known(held);
        return held.stream()
                .map(each -> new Renewal(each.instanceId(), result(each.instanceId(), renewed, known)))
                .toList();
    }

    private static Result result(UUID instanceId, Set<UUID> renewed, Set<UUID> known) {
        if (renewed.contains(instanceId)) {
            return Result.RENEWED;
        }
        return known.contains(instanceId) ? Result.LOST : Result.MISSING;
    }
}
