package ai.whatsflow.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.messaging.Senders.Sender;
import ai.whatsflow.messaging.message.PreparePartitions;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.Race;
import ai.whatsflow.platform.test.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MessagingIT
class PartitionsIT {

    @Autowired
    Senders senders;

    @Autowired
    PreparePartitions prepare;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    ApiClient api;

    @AfterEach
    void backToRealTime() {
        clock.reset();
        prepare.prepare();
    }

    @Test
    void aMonthIsThereBeforeItsFirstMessage() {
        Sender sender = senders.entitledTo(10);
        YearMonth next = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)).plusMonths(1);
        clock.set(next.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        String id = senders.send(sender, "+94771234567").expect(202).at("/messageId");
        assertThat(senders.count("SELECT count(*) FROM " + name(next) + " WHERE id = ?", java.util.UUID.fromString(id)))
                .isEqualTo(1);
        Instant first = clock.instant().minusSeconds(5);
        assertThat(api.get("/api/v1/messages?from=" + first, sender.token())
                        .json()
                        .at("/items"))
                .hasSize(1);
    }

    @Test
    void hasNoCatchAll() {
        assertThat(senders.count("SELECT count(*) FROM pg_partitioned_table WHERE partdefid <> 0"))
                .isZero();
    }

    @Test
    void anyNumberOfReplicasMayPrepareAtOnce() {
        clock.advance(Duration.ofDays(200));
        Race.of(8, number -> {
            prepare.prepare();
            return number;
        });
        YearMonth now = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
        assertThat(partitions()).contains(name(now), name(now.plusMonths(3)));
    }

    @Test
    void dropsWhatIsTooOldToAskFor() {
        YearMonth old = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)).minusMonths(25);
        jdbc.sql("SELECT messages_prepare_partition(?)")
                .param(old.atDay(1))
                .query((row, number) -> number)
                .list();
        assertThat(partitions()).contains(name(old));
        prepare.prepare();
        assertThat(partitions()).doesNotContain(name(old));
    }

    private List<String> partitions() {
        return jdbc.sql("SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'messages'::regclass")
                .query(String.class)
                .list();
    }

    private static String name(YearMonth month) {
        return "messages_" + month.toString().replace("-", "");
    }
}
