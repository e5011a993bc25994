package ai.whatsflow.node.session;

import ai.whatsflow.node.NodeProperties;
import ai.whatsflow.node.eventlog.EventHistory;
import ai.whatsflow.node.eventlog.NodeEvent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * WhatsApp ids whose outcome is known, per session, the newest so many. Filled from the event log at the start of the
 * process, so that a restart answers a resend instead of sending it. Thread-safe.
 */
@Component
public class SentMemory implements EventHistory {

    private static final Set<String> OUTCOMES = Set.of("sent", "failed", "delivered", "read", "played");

    private final int perSession;
    private final int mostSessions;
    private final Map<UUID, LinkedHashSet<String>> known = new LinkedHashMap<>(16, 0.75f, true);

    SentMemory(NodeProperties properties) {
        this.perSession = properties.sessions().rememberedPerSession();
        this.mostSessions = 2 * properties.maxDevices();
    }

    @Override
    public void happened(NodeEvent event) {
        if (OUTCOMES.contains(event.type())) {
            remember(event.instanceId(), event.payload().path("whatsappId").asString(""));
        }
    }

    /** False when it was known already. */
    synchronized boolean remember(UUID instanceId, String whatsappId) {
        LinkedHashSet<String> ids = known.computeIfAbsent(instanceId, id -> new LinkedHashSet<>());
        boolean fresh = ids.add(whatsappId);
        if (ids.size() > perSession) {
            ids.removeFirst();
        }
        if (known.size() > mostSessions) {
            known.remove(known.keySet().iterator().next());
        }
        return fresh;
    }

    synchronized boolean knows(UUID instanceId, String whatsappId) {
        LinkedHashSet<String> ids = known.get(instanceId);
        return ids != null && ids.contains(whatsappId);
    }
}
