package ai.whatsflow.gateway;

import static ai.whatsflow.gateway.world.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.gateway.world.Party;
import ai.whatsflow.gateway.world.RunningGateway;
import ai.whatsflow.gateway.world.World;
import org.junit.jupiter.api.Test;

/** A gateway that can't decide yet does not say that it is ready. */
class ReadinessIT {

    private static final World WORLD = World.shared();

    @Test
    void isNotReadyBeforeItHasTheSigningKeys() {
        Party owner = WORLD.identity().owner();
        String token = WORLD.keycloak().tokenOf(owner);
        WORLD.keycloak().http().stop();
        boolean started = false;
        try (RunningGateway gateway = WORLD.start()) {
            assertThat(gateway.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            assertThat(gateway.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertProblem(gateway.get("/api/v1/me", token), 503, "dependency-unavailable");

            WORLD.keycloak().http().start();
            started = true;
            gateway.awaitReady();
            gateway.awaitKnown(owner);
            assertThat(gateway.get("/api/v1/me", token).statusCode()).isEqualTo(200);
        } finally {
            if (!started) {
                WORLD.keycloak().http().start();
            }
        }
    }

    @Test
    void isNotReadyBeforeItHasReadTheEvents() {
        try (RunningGateway gateway = WORLD.start("spring.kafka.bootstrap-servers=127.0.0.1:1")) {
            assertThat(gateway.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            assertThat(RunningGateway.json(gateway.get("/actuator/health"))
                            .get("components")
                            .get("kafka")
                            .get("status")
                            .asString())
                    .isEqualTo("DOWN");
        }
    }
}
