package ai.whatsflow.platform.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code whatsflow.outbox}.
 *
 * @param relayEnabled whether this process relays; off only where another one does
 * @param pollInterval how long the relay sleeps when nobody wakes it
 * @param gather how soon after a batch has begun the next one may begin, unless a backlog is left
 * @param silence how long the relay may say nothing to the database before another one takes over: a frozen process
 *     keeps its connection, and with it the lock, for as long as it is frozen
 * @param batchRows rows read from the table at a time, fewer where they hold more than 4 MB
 * @param retention how long relayed partitions are kept
 * @param lockTimeout how long rotation waits for its lock before it tries again later
 */
@ConfigurationProperties("whatsflow.outbox")
public record OutboxProperties(
        @DefaultValue("true") boolean relayEnabled,
        @DefaultValue("250ms") Duration pollInterval,
        @DefaultValue("20ms") Duration gather,
        @DefaultValue("10s") Duration silence,
        @DefaultValue("2000") int batchRows,
        @DefaultValue("3d") Duration retention,
        @DefaultValue("200ms") Duration lockTimeout) {}
