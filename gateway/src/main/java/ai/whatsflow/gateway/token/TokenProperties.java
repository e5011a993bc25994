package ai.whatsflow.gateway.token;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param audience what every access token must be meant for
 * @param skew how far clocks may differ
 * @param cached the longest a verified token is remembered
 * @param cacheSize how many verified tokens are remembered
 * @param keyRefresh how often the signing keys are read again
 * @param keyRefreshGap shortest time between two readings that unknown key ids cause
 */
@ConfigurationProperties("gateway.token")
public record TokenProperties(
        @DefaultValue("whatsflow-api") String audience,
        @DefaultValue("5s") Duration skew,
        @DefaultValue("60s") Duration cached,
        @DefaultValue("100000") int cacheSize,
        @DefaultValue("5m") Duration keyRefresh,
        @DefaultValue("5s") Duration keyRefreshGap) {}
