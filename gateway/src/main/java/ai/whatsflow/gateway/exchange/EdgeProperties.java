package ai.whatsflow.gateway.exchange;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param trustedProxies addresses or CIDR blocks whose X-Forwarded-For is believed
 * @param traceSampling share of requests without a trace of their own that are traced
 */
@ConfigurationProperties("gateway")
public record EdgeProperties(
        @DefaultValue Cors cors,
        @DefaultValue List<String> trustedProxies,
        @DefaultValue("0.05") double traceSampling) {

    /** Origins are compared as they stand: scheme, host and port, no wildcard. */
    public record Cors(
            @DefaultValue Set<String> allowedOrigins,
            @DefaultValue("1h") Duration maxAge) {

        public Cors {
            if (allowedOrigins.contains("*")) {
                throw new IllegalArgumentException("gateway.cors.allowed-origins takes origins, not a wildcard");
            }
        }
    }
}
