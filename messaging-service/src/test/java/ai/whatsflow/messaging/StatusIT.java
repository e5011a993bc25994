package ai.whatsflow.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.messaging.Senders.Sender;
import ai.whatsflow.messaging.message.MessageStatus;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.Await;
import ai.whatsflow.platform.test.Seeds;
import ai.whatsflow.platform.test.TestEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MessagingIT
class StatusIT {

    private static final List<MessageStatus> REPORTED = List.of(
            MessageStatus.EXPIRED,
            MessageStatus.FAILED,
            MessageStatus.SENT,
            MessageStatus.DELIVERED,
            MessageStatus.READ);

    @Autowired
    Senders senders;

    @Autowired
    TestEvents events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApiClient api;

    record Report(UUID eventId, UUID messageId, MessageStatus status) {}

    @Test
    void onlyRisesWhateverTheOrder() {
        Seeds.check(2, random -> {
            Sender sender = senders.entitledTo(200);
            String batchId = senders.sendAll(sender, ContactService.phones(0, 120))
                    .expect(202)
                    .at("/batchId");
            Map<UUID, MessageStatus> expected = new HashMap<>();
            List<Report> reports = new ArrayList<>();
            for (UUID message : messages(batchId)) {
                for (MessageStatus status : REPORTED) {
                    if (random.nextInt(3) == 0) {
                        reports.add(new Report(UUID.randomUUID(), message, status));
                        expected.merge(message, status, MessageStatus::risenBy);
                    }
                }
                expected.putIfAbsent(message, MessageStatus.QUEUED);
            }
            reports.addAll(List.copyOf(reports));
            Collections.shuffle(reports, random);
            reports.forEach(report -> publish(sender, report));

            Map<MessageStatus, Long> counts = new EnumMap<>(MessageStatus.class);
            for (MessageStatus status : MessageStatus.values()) {
                counts.put(status, 0L);
            }
            expected.values().forEach(status -> counts.merge(status, 1L, Long::sum));
            Await.until(
                    "all reports are applied",
                    () -> counts.entrySet().stream()
                            .allMatch(count -> senders.readBatch(sender, batchId)
                                    .at("/counts/" + count.getKey())
                                    .equals(count.getValue().toString())));
            expected.forEach(
                    (message, status) -> assertThat(statusOf(sender, message)).isEqualTo(status.name()));
            assertThat(senders.used(sender)).isEqualTo(120 - counts.get(MessageStatus.EXPIRED));
        });
    }

    @Test
    void keepsTimesAndReasons() {
        Sender sender = senders.entitledTo(10);
        UUID message = UUID.fromString(senders.send(sender, "+94771234567").at("/messageId"));
        publish(sender, new Report(UUID.randomUUID(), message, MessageStatus.READ));
        await(sender, message, "READ");
        publish(sender, new Report(UUID.randomUUID(), message, MessageStatus.FAILED));
        publish(sender, new Report(UUID.randomUUID(), message, MessageStatus.SENT));
        Await.until(
                "the earlier time is filled in",
                () -> !read(sender, message, "/sentAt").isEmpty());
        assertThat(read(sender, message, "/status")).isEqualTo("READ");
        assertThat(read(sender, message, "/reason")).isEmpty();
        assertThat(read(sender, message, "/deliveredAt")).isEmpty();
    }

    @Test
    void letsALateAckLiftAFailure() {
        Sender sender = senders.entitledTo(10);
        UUID message = UUID.fromString(senders.send(sender, "+94771234567").at("/messageId"));
        publish(sender, new Report(UUID.randomUUID(), message, MessageStatus.FAILED));
        await(sender, message, "FAILED");
        assertThat(read(sender, message, "/reason")).isEqualTo("because");
        assertThat(senders.used(sender)).isEqualTo(1);
        publish(sender, new Report(UUID.randomUUID(), message, MessageStatus.DELIVERED));
        await(sender, message, "DELIVERED");
    }

    @Test
    void givesQuotaBackOnceForWhatWasNeverDispatched() {
        Sender sender = senders.entitledTo(10);
        UUID message = UUID.fromString(senders.send(sender, "+94771234567").at("/messageId"));
        for (int i = 0; i < 3; i++) {
            publish(sender, new Report(UUID.randomUUID(), message, MessageStatus.EXPIRED));
        }
        await(sender, message, "EXPIRED");
        UUID last = UUID.fromString(senders.send(sender, "+94771234568").at("/messageId"));
        publish(sender, new Report(UUID.randomUUID(), last, MessageStatus.SENT));
        await(sender, last, "SENT");
        assertThat(senders.used(sender)).isEqualTo(1);
    }

    @Test
    void believesReportsOnlyOfTheOwnAccount() {
        Sender sender = senders.entitledTo(10);
        Sender other = senders.entitledTo(10);
        UUID message = UUID.fromString(senders.send(sender, "+94771234567").at("/messageId"));
        publish(
                new Sender(other.party(), other.token(), sender.instanceId()),
                new Report(UUID.randomUUID(), message, MessageStatus.READ));
        publish(sender, new Report(UUID.randomUUID(), message, MessageStatus.SENT));
        await(sender, message, "SENT");
    }

    private List<UUID> messages(String batchId) {
        return jdbc.sql("SELECT id FROM messages WHERE batch_id = ?")
                .param(UUID.fromString(batchId))
                .query(UUID.class)
                .list();
    }

    private void await(Sender sender, UUID message, String status) {
        Await.until("the message is " + status, () -> statusOf(sender, message).equals(status));
    }

    private String statusOf(Sender sender, UUID message) {
        return read(sender, message, "/status");
    }

    private String read(Sender sender, UUID message, String pointer) {
        return api.get("/api/v1/messages/" + message, sender.token())
                .expect(200)
                .at(pointer);
    }

    private void publish(Sender sender, Report report) {
        Map<String, Object> payload = new HashMap<>(Map.of(
                "messageId", report.messageId(),
                "accountId", sender.accountId(),
                "instanceId", sender.instanceId(),
                "status", report.status().name(),
                "whatsappId",
                        "3EB0" + report.messageId().toString().replace("-", "").toUpperCase(Locale.ROOT),
                "at", Instant.now()));
        if (report.status() == MessageStatus.FAILED) {
            payload.put("reason", "because");
        }
        events.publish(
                report.eventId(),
                "instance.dispatch",
                sender.instanceId().toString(),
                "instance.dispatch." + report.status().name().toLowerCase(Locale.ROOT) + ".v1",
                payload);
    }
}
