package ai.whatsflow.node.health;

import ai.whatsflow.node.registry.Membership;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Shown as {@code registration}: whether the platform knows this node and has heard of it lately. */
@Component
class RegistrationHealthIndicator implements HealthIndicator {

    private final Membership membership;

    RegistrationHealthIndicator(Membership membership) {
        this.membership = membership;
    }

    @Override
    public Health health() {
        return (membership.isCurrent() ? Health.up() : Health.down())
                .withDetail("status", membership.status())
                .build();
    }
}
