package ai.whatsflow.gateway.upstream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param connectTimeout longest wait for a connection
 * @param responseTimeout longest silence of a service, unless the route says otherwise
 * @param connections per service; streams have connections of their own
 * @param streams the most streams per service
 * @param idle how long an unused connection is kept; shorter than the services keep theirs
 */
@ConfigurationProperties("gateway.upstream")
public record UpstreamProperties(
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("10s") Duration responseTimeout,
        @DefaultValue("256") int connections,
        @DefaultValue("10000") int streams,
        @DefaultValue("15s") Duration idle,
        @DefaultValue Breaker breaker) {

    /**
     * @param window the last so many calls are looked at
     * @param minimum calls before the rate means anything
     * @param failureRate percentage at which the breaker opens
     * @param open how long it stays open
     * @param trials calls that are let through then, to see
     */
    public record Breaker(
            @DefaultValue("50") int window,
            @DefaultValue("10") int minimum,
            @DefaultValue("50") float failureRate,
            @DefaultValue("5s") Duration open,
            @DefaultValue("3") int trials) {}
}
