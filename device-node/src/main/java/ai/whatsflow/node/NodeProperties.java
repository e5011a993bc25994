package ai.whatsflow.node;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param enrolmentToken used once, when the data directory holds no server id yet
 * @param dataDirectory belongs to this process alone
 * @param baseUrl where the platform reaches this node
 * @param leaseRenewal how often all leases are renewed, or oftener when the platform makes them short
 */
@Validated
@ConfigurationProperties("node")
public record NodeProperties(
        @NotBlank String name,
        @Nullable String enrolmentToken,
        Path dataDirectory,
        URI baseUrl,
        URI registryUrl,
        URI instanceUrl,
        @NotBlank String simulatorHost,
        @Min(1) @Max(65535) int simulatorPort,
        @Min(1) @Max(100_000) int maxDevices,
        @Nullable String region,
        @DefaultValue Map<String, String> labels,
        @DefaultValue("3s") Duration leaseRenewal,
        @DefaultValue Sessions sessions,
        @DefaultValue Events events) {

    /**
     * @param maxOutstanding sends of one session that wait for WhatsApp's acknowledgement; more are answered BUSY
     * @param rememberedPerSession WhatsApp ids whose outcome a session remembers
     * @param parallelOpenings sessions that open their sockets at the same time
     */
    public record Sessions(
            @Min(1) @DefaultValue("500") int maxOutstanding,
            @Min(1) @DefaultValue("2000") int rememberedPerSession,
            @Min(1) @DefaultValue("64") int parallelOpenings,
            @DefaultValue("10s") Duration acknowledgementTimeout,
            @DefaultValue("500ms") Duration firstReconnect,
            @DefaultValue("15s") Duration slowestReconnect) {}

    /**
     * @param segment size at which a file of the log is closed and the next one begins
     * @param keptSegments acknowledged files that stay, so that a restart still knows which messages were sent
     * @param gather how soon after a delivery has begun the next one may begin, unless that one was full: each costs a
     *     request and a transaction, however small it is
     */
    public record Events(
            @DefaultValue("8MB") DataSize segment,
            @Min(0) @DefaultValue("2") int keptSegments,
            @Min(1) @DefaultValue("500") int batch,
            @DefaultValue("512KB") DataSize batchSize,
            @DefaultValue("20ms") Duration gather,
            @DefaultValue("200ms") Duration firstRetry,
            @DefaultValue("5s") Duration slowestRetry) {}
}
