package ai.whatsflow.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.demo.ToldStory;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A customer is created while Keycloak is dead; when it is back, the mail comes and the customer signs in. */
@Order(7)
class KeycloakAwayIT {

    @Test
    void provisionsTheCustomerOnceKeycloakIsBack() {
        RunningPlatform platform = RunningPlatform.get();
        ToldStory story = platform.story();
        story.token("dealer");
        String who = "late";
        platform.kill("keycloak");
        try {
            story.post(
                            "dealer",
                            "/api/v1/accounts",
                            Map.of("tier", "CUSTOMER", "name", "Late customer", "email", story.email(who)))
                    .expect(201);
        } finally {
            platform.start("keycloak");
        }
        story.letIn(who);
        assertThat(story.get(who, "/api/v1/me").expect(200).at("/tier")).isEqualTo("CUSTOMER");
    }
}
