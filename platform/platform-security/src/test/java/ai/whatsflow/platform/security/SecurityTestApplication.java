package ai.whatsflow.platform.security;

import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
class SecurityTestApplication {

    @RestController
    static class Doors {

        @GetMapping("/open/door")
        String open() {
            return "\"open\"";
        }

        @GetMapping("/me")
        Map<String, Object> me(Caller caller) {
            return Map.of("tier", caller.tier(), "accountId", caller.accountId(), "permissions", caller.permissions());
        }

        @GetMapping("/messages/{accountId}")
        Map<String, Object> messages(Caller caller, @PathVariable UUID accountId) {
            caller.require("messages:read");
            caller.requireReach(accountId);
            return Map.of("scope", caller.scope().ids().size());
        }

        @OnlyClients("gateway")
        @GetMapping("/internal/door")
        Map<String, Object> internal(ServiceCaller service) {
            return Map.of("client", service.clientId());
        }
    }
}
