package ai.whatsflow.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.whatsflow.gateway.directory.Plans;
import ai.whatsflow.gateway.directory.Tier;
import ai.whatsflow.gateway.directory.User;
import ai.whatsflow.gateway.ratelimit.RateLimitProperties.Plan;
import ai.whatsflow.gateway.ratelimit.RateLimitProperties.RouteClass;
import ai.whatsflow.gateway.route.ApiRoute;
import ai.whatsflow.gateway.route.RouteTable;
import ai.whatsflow.gateway.route.Routes;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LimitsTests {

    private final RouteTable routes = Routes.shipped();
    private final Plans plans = new Plans();
    private final Limits limits = new Limits(
            properties(Map.of(
                    "bulk", new RouteClass(Quota.valueOf("30/1m"), null),
                    "stream", new RouteClass(Quota.valueOf("60/1m"), null),
                    "sign-up", new RouteClass(null, Quota.valueOf("5/1m")),
                    "catalogue", new RouteClass(null, Quota.valueOf("50/1m")),
                    "payment-notice", new RouteClass(null, null))),
            routes,
            plans);
    private final UUID account = UUID.randomUUID();

    @Test
    void limitsACustomerByItsPlan() {
        assertThat(policy("/api/v1/messages", Tier.CUSTOMER)).isEqualTo("\"caller\";q=50;w=60, \"account\";q=100;w=60");

        plans.put(account, 1, "trial");
        assertThat(policy("/api/v1/messages", Tier.CUSTOMER)).isEqualTo("\"caller\";q=5;w=60, \"account\";q=10;w=60");

        plans.put(account, 2, "a-package-of-the-owner");
        assertThat(policy("/api/v1/messages", Tier.CUSTOMER)).contains("\"account\";q=100");

        plans.put(account, 1, "trial");
        assertThat(policy("/api/v1/messages", Tier.CUSTOMER)).as("older").contains("\"account\";q=100");
    }

    @Test
    void limitsStaffAsStaff() {
        plans.put(account, 1, "trial");
        assertThat(policy("/api/v1/messages", Tier.EMPLOYEE)).contains("\"account\";q=1000");
        assertThat(policy("/api/v1/messages", Tier.OWNER)).contains("\"account\";q=1000");
        assertThat(policy("/api/v1/messages", Tier.SUBDEALER)).contains("\"account\";q=100");
    }

    @Test
    void addsTheClassOfTheRoute() {
        assertThat(policy("/api/v1/message-batches", Tier.CUSTOMER)).startsWith("\"bulk\";q=30;w=60, ");
    }

    @Test
    void limitsOpenRoutesByAddress() {
        assertThat(limits.of(route("/api/v1/sign-ups"), null).policyHeader()).isEqualTo("\"sign-up\";q=5;w=60");
        assertThat(limits.of(route("/api/v1/payments/payhere/notify"), null).limits())
                .isEmpty();
    }

    @Test
    void refusesAClassThatNobodyHasConfigured() {
        assertThatThrownBy(() -> new Limits(properties(Map.of()), routes, plans))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gateway.rate-limit.classes.");
    }

    @Test
    void readsQuotas() {
        assertThat(Quota.valueOf("600/1m")).isEqualTo(new Quota(600, Duration.ofMinutes(1)));
        assertThatThrownBy(() -> Quota.valueOf("600")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quota.valueOf("0/1m")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quota.valueOf("5/10ms")).isInstanceOf(IllegalArgumentException.class);
    }

    private String policy(String path, Tier tier) {
        User user = new User(UUID.randomUUID(), 1, account, tier, true, Set.of(), Long.MIN_VALUE);
        return limits.of(route(path), user).policyHeader();
    }

    private ApiRoute route(String path) {
        return Objects.requireNonNull(routes.find(path));
    }

    private static RateLimitProperties properties(Map<String, RouteClass> classes) {
        return new RateLimitProperties(
                1,
                Duration.ofMillis(100),
                Duration.ofMillis(20),
                Duration.ofSeconds(1),
                100,
                Map.of(
                        "default", new Plan(Quota.valueOf("100/1m"), Quota.valueOf("50/1m")),
                        "trial", new Plan(Quota.valueOf("10/1m"), Quota.valueOf("5/1m")),
                        "staff", new Plan(Quota.valueOf("1000/1m"), Quota.valueOf("500/1m"))),
                classes);
    }
}
