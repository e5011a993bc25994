package ai.whatsflow.gateway.apikey;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param cached the longest an exchange is used
 * @param margin how long before its end an internal token is no longer used
 * @param refreshAhead how long before that a busy key is exchanged again in the background
 * @param cacheSize how many exchanged keys are remembered
 * @param refusalCached how long a refusal is remembered
 * @param refusalCacheSize how many refusals are remembered
 * @param underWay how many exchanges may be under way at once
 * @param failuresPerMinute refused keys from one address before it has to wait
 */
@ConfigurationProperties("gateway.api-key")
public record ApiKeyProperties(
        @DefaultValue("60s") Duration cached,
        @DefaultValue("5s") Duration margin,
        @DefaultValue("20s") Duration refreshAhead,
        @DefaultValue("50000") int cacheSize,
        @DefaultValue("10s") Duration refusalCached,
        @DefaultValue("10000") int refusalCacheSize,
        @DefaultValue("64") int underWay,
        @DefaultValue("20") int failuresPerMinute) {}
