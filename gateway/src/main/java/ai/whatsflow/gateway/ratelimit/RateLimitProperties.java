package ai.whatsflow.gateway.ratelimit;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param replicas how many gateways run: without Redis each admits its share of a limit
 * @param patience the longest a request waits for permits from Redis
 * @param refillEvery how often leases that run low are refilled, all of them in one call
 * @param retryRedisAfter how long Redis is left alone after a failure
 * @param buckets how many callers, accounts and addresses are remembered
 * @param plans limits by plan name; {@code default} must be there, {@code staff} and {@code sub-dealer} are tiers
 * @param classes further limits by the route table's rate classes
 */
@ConfigurationProperties("gateway.rate-limit")
public record RateLimitProperties(
        @DefaultValue("1") int replicas,
        @DefaultValue("100ms") Duration patience,
        @DefaultValue("20ms") Duration refillEvery,
        @DefaultValue("1s") Duration retryRedisAfter,
        @DefaultValue("200000") int buckets,
        Map<String, Plan> plans,
        Map<String, RouteClass> classes) {

    static final String DEFAULT_PLAN = "default";

    /** Limits of an account as a whole, and of each of its users and API keys. */
    public record Plan(Quota account, Quota caller) {}

    /** Limits of a class of routes: for each account, and on routes without a token for each address. */
    public record RouteClass(
            @Nullable Quota account, @Nullable Quota address) {}

    public RateLimitProperties {
        if (!plans.containsKey(DEFAULT_PLAN)) {
            throw new IllegalArgumentException("gateway.rate-limit.plans.default is not set");
        }
        if (replicas < 1) {
            throw new IllegalArgumentException("gateway.rate-limit.replicas is at least 1");
        }
    }
}
