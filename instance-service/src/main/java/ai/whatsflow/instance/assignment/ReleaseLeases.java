package ai.whatsflow.instance.assignment;

import ai.whatsflow.instance.node.NodeCaller;
import ai.whatsflow.instance.node.NodesChanged;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A node has closed these sessions and gives them back; what it no longer owns stays untouched. */
@Service
public class ReleaseLeases {

    private final Leases leases;
    private final ApplicationEventPublisher events;

    ReleaseLeases(Leases leases, ApplicationEventPublisher events) {
        this.leases = leases;
        this.events = events;
    }

    @Transactional
    public void release(NodeCaller node, List<Held> held) {
        if (leases.release(node.serverId(), node.bootId(), held) > 0) {
            events.publishEvent(new NodesChanged());
        }
    }
}
