package ai.whatsflow.messaging.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageStatusTests {

    /** Row: where the message is; columns: what it becomes when QUEUED, EXPIRED, FAILED, SENT, DELIVERED, READ comes. */
    @ParameterizedTest
    @CsvSource({
        "QUEUED,    QUEUED,    EXPIRED,   FAILED,    SENT,      DELIVERED, READ",
        "EXPIRED,   EXPIRED,   EXPIRED,   FAILED,    SENT,      DELIVERED, READ",
        "FAILED,    FAILED,    FAILED,    FAILED,    SENT,      DELIVERED, READ",
        "SENT,      SENT,      SENT,      SENT,      SENT,      DELIVERED, READ",
        "DELIVERED, DELIVERED, DELIVERED, DELIVERED, DELIVERED, DELIVERED, READ",
        "READ,      READ,      READ,      READ,      READ,      READ,      READ",
    })
    void onlyRises(
            MessageStatus from,
            MessageStatus onQueued,
            MessageStatus onExpired,
            MessageStatus onFailed,
            MessageStatus onSent,
            MessageStatus onDelivered,
            MessageStatus onRead) {
        assertThat(from.risenBy(MessageStatus.QUEUED)).isEqualTo(onQueued);
        assertThat(from.risenBy(MessageStatus.EXPIRED)).isEqualTo(onExpired);
        assertThat(from.risenBy(MessageStatus.FAILED)).isEqualTo(onFailed);
        assertThat(from.risenBy(MessageStatus.SENT)).isEqualTo(onSent);
        assertThat(from.risenBy(MessageStatus.DELIVERED)).isEqualTo(onDelivered);
        assertThat(from.risenBy(MessageStatus.READ)).isEqualTo(onRead);
    }

    @Test
    void isStoredAsItAlwaysWas() {
        assertThat(MessageStatus.values()).extracting(MessageStatus::rank).containsExactly(0, 1, 2, 3, 4, 5);
        for (MessageStatus status : MessageStatus.values()) {
            assertThat(MessageStatus.ofRank(status.rank())).isEqualTo(status);
        }
    }
}
