package ai.whatsflow.instance.instance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records that instances have a new owner: from now on only reports of the new epoch count. */
@Service
public class MoveInstances {

    /** The new owner of an instance. */
    public record Move(UUID instanceId, UUID serverId, long epoch) {}

    private final Instances instances;
    private final QrCodes qrCodes;
    private final SessionFacts facts;

    MoveInstances(Instances instances, QrCodes qrCodes, SessionFacts facts) {
        this.instances = instances;
        this.qrCodes = qrCodes;
        this.facts = facts;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void move(List<Move> moves, Instant at) {
        Map<UUID, Move> byInstance = moves.stream().collect(Collectors.toMap(Move::instanceId, Function.identity()));
        List<Instance> moved = new ArrayList<>();
        List<SessionChanged> told = new ArrayList<>();
        for (Instance instance : instances.lock(byInstance.keySet())) {
            Move move = byInstance.get(instance.id());
            if (move != null && instance.state() != SessionState.DELETED) {
                Instance.Transition transition = instance.moved(move.serverId(), move.epoch(), at);
                moved.add(transition.instance());
                told.addAll(transition.facts());
            }
        }
        if (!moved.isEmpty()) {
            instances.saveAll(moved);
            qrCodes.hide(byInstance.keySet());
            facts.publish(told);
        }
    }
}
