package ai.whatsflow.local.node;

import ai.whatsflow.local.component.Http;
import ai.whatsflow.local.component.Port;
import ai.whatsflow.local.component.Ports;
import ai.whatsflow.local.files.StartFailure;
import ai.whatsflow.local.people.DemoUser;
import ai.whatsflow.local.people.DemoUsers;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Registers a server in the owner's name and obtains its one-time enrolment token. */
record Enrolment(Ports ports, DemoUsers users, Http http) {

    String tokenFor(String node, int maxDevices) {
        String owner = users.token(DemoUser.OWNER);
        try {
            Optional<String> known = serverNamed(node, owner);
            Http.Answer answer = known.isPresent()
                    ? http.post(servers() + "/" + known.get() + "/enrolment-tokens", owner, null)
                    : http.post(servers(), owner, Map.of("name", node, "maxDevices", maxDevices, "region", "local"));
            if (!answer.ok()) {
                throw new StartFailure(node + " cannot be enrolled: the registry answers " + answer);
            }
            return answer.json().path("enrolmentToken").asString("");
        } catch (IOException e) {
            throw new StartFailure(node + " cannot be enrolled: " + e.getMessage(), e);
        }
    }

    private Optional<String> serverNamed(String node, String token) throws IOException {
        Http.Answer answer = http.get(servers() + "?limit=200", token);
        for (JsonNode item : answer.json().path("items")) {
            if (node.equals(item.path("name").asString(""))) {
                return Optional.of(item.path("serverId").asString(""));
            }
        }
        return Optional.empty();
    }

    private String servers() {
        return ports.url(Port.GATEWAY) + "/api/v1/servers";
    }
}
