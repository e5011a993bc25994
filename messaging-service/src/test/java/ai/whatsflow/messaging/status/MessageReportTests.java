package ai.whatsflow.messaging.status;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.messaging.message.MessageStatus;
import ai.whatsflow.platform.test.Seeds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageReportTests {

    private static final Instant NOW = Instant.parse("2026-11-21T10:15:30Z");

    @Test
    void isTheSameInEveryOrder() {
        Seeds.check(200, random -> {
            UUID message = UUID.randomUUID();
            UUID account = UUID.randomUUID();
            List<StatusFact> facts = new ArrayList<>();
            for (int i = 1 + random.nextInt(8); i > 0; i--) {
                MessageStatus status = MessageStatus.values()[1 + random.nextInt(5)];
                Instant at = NOW.plusSeconds(random.nextInt(100));
                facts.add(new StatusFact(message, account, status, "W", status.name() + " at " + at, at));
            }
            MessageReport expected = MessageReport.of(facts).iterator().next();
            Collections.shuffle(facts, random);
            MessageReport actual = MessageReport.of(facts).iterator().next();
            assertThat(actual.status()).isEqualTo(expected.status());
            assertThat(actual.reason()).isEqualTo(expected.reason());
            assertThat(actual.whatsappId()).isEqualTo("W");
            for (MessageStatus status : MessageStatus.values()) {
                assertThat(actual.at(status)).isEqualTo(expected.at(status));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUED, EXPIRED, 1",
        "QUEUED, FAILED, 0",
        "QUEUED, SENT, 0",
        "EXPIRED, EXPIRED, 0",
        "EXPIRED, FAILED, -1",
        "EXPIRED, SENT, -1",
        "FAILED, SENT, 0",
        "SENT, READ, 0",
    })
    void givesQuotaBackForWhatWasNeverDispatched(MessageStatus from, MessageStatus to, int givesBack) {
        assertThat(new StatusRise(UUID.randomUUID(), NOW, from, to).givesBack()).isEqualTo(givesBack);
    }
}
