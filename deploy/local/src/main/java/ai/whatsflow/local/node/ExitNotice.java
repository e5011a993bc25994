package ai.whatsflow.local.node;

import ai.whatsflow.local.component.Http;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Map;

/** Tells the registry that a node's process is dead: the proof that lets its sessions move before their leases end. */
record ExitNotice(NodeFiles files, String registryUrl, Http http, Clock clock) {

    /** Signs for nobody and asks the registry for nothing, so that the notice itself finds everything loaded. */
    boolean rehearse() {
        if (files.serverId().isEmpty()) {
            return false;
        }
        try {
            NodeToken.withKeyIn(files.key()).issue("rehearsal", "rehearsal", clock.instant());
            http.post(registryUrl + "/actuator/health/liveness", "", Map.of());
            return true;
        } catch (IOException | GeneralSecurityException e) {
            return false;
        }
    }

    /** True once the registry has taken the notice, or will never take it. */
    boolean send(String serverId, String bootId) {
        try {
            String token = NodeToken.withKeyIn(files.key()).issue(serverId, bootId, clock.instant());
            Http.Answer answer = http.post(registryUrl + "/node-api/v1/exit-notices", token, Map.of("bootId", bootId));
            System.out.println(clock.instant() + " exit notice for boot " + bootId + ": " + answer);
            return answer.status() < 500;
        } catch (IOException | GeneralSecurityException e) {
            System.out.println(clock.instant() + " exit notice for boot " + bootId + " not delivered: " + e);
            return false;
        }
    }
}
