package ai.whatsflow.messaging.message;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the partitions of the coming months and drops those nobody may ask for any more. Runs before the service takes
 * requests and once a day; any number of replicas may run it at once.
 */
@Component
public class PreparePartitions {

    private final JdbcClient jdbc;
    private final MessageProperties properties;
    private final Clock clock;

    PreparePartitions(JdbcClient jdbc, MessageProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Scheduled(cron = "0 17 3 * * *", zone = "UTC")
    public void prepare() {
        LocalDate month = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
        // One month back: an id may be a moment older than the clock, and another replica's clock may be late.
        for (int ahead = -1; ahead <= properties.partitionsAhead(); ahead++) {
            call("SELECT messages_prepare_partition(:month)", month.plusMonths(ahead));
        }
        call("SELECT messages_drop_partitions_before(:month)", month.minusMonths(properties.keepMonths()));
    }

    private void call(String function, LocalDate month) {
        jdbc.sql(function).param("month", month).query((row, number) -> number).list();
    }
}
