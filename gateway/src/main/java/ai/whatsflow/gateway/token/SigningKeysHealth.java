package ai.whatsflow.gateway.token;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down until the issuer's keys have been read once; later absences of the issuer don't hurt. */
final class SigningKeysHealth implements HealthIndicator {

    private final SigningKeys keys;

    SigningKeysHealth(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public Health health() {
        return keys.loaded()
                ? Health.up().build()
                : Health.outOfService()
                        .withDetail("waiting", "for the issuer's signing keys")
                        .build();
    }
}
