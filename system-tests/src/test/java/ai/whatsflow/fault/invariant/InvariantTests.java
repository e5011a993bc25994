package ai.whatsflow.fault.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.fault.invariant.Evidence.Delivery;
import ai.whatsflow.fault.invariant.OneOwner.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvariantTests {

    private static final Delivery DELIVERY =
            new Delivery("+94711234567", "+94771234567", "W1", "text", "node-1", "2026-11-21T10:00:00Z", true, true);

    @Test
    void acceptsAMessageThatWasReadOnceOrEndedWithAReason() {
        assertThat(judged(5, "", List.of(DELIVERY))).isEmpty();
        assertThat(judged(1, "expired", null)).isEmpty();
        assertThat(judged(2, "not-on-whatsapp", null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,''", "1,''", "2,''", "3,''", "5,''"})
    void seesAMessageThatWhatsAppNeverGot(int status, String reason) {
        assertThat(judged(status, reason, null)).hasSize(1);
    }

    @Test
    void seesADuplicate() {
        assertThat(judged(5, "", List.of(DELIVERY, DELIVERY)))
                .singleElement()
                .asString()
                .contains("2 times");
    }

    @Test
    void seesAMessageThatWasReadWithoutThePlatformKnowing() {
        assertThat(judged(4, "", List.of(DELIVERY))).hasSize(1);
        assertThat(judged(2, "given up", List.of(DELIVERY))).hasSize(1);
    }

    @Test
    void knowsTheOwnerOfEachMoment() {
        List<Term> terms = List.of(
                new Term(1, "node-1", Instant.parse("2026-11-21T10:00:00Z")),
                new Term(2, "node-2", Instant.parse("2026-11-21T10:05:00Z")));

        assertThat(OneOwner.ownerAt(terms, Instant.parse("2026-11-21T09:59:59Z")))
                .isEqualTo("nobody");
        assertThat(OneOwner.ownerAt(terms, Instant.parse("2026-11-21T10:04:59Z")))
                .isEqualTo("node-1");
        assertThat(OneOwner.ownerAt(terms, Instant.parse("2026-11-21T10:05:00Z")))
                .isEqualTo("node-2");
    }

    @Test
    void seesAStatusThatFalls() {
        StatusWatch watch = new StatusWatch(new Databases("", Map.of()), List.of());
        watch.note("a", 0);
        watch.note("a", 3);
        watch.note("a", 3);
        watch.note("b", 0);
        assertThat(watch.falls()).isEmpty();

        watch.note("a", 2);
        assertThat(watch.falls()).singleElement().asString().contains("from status 3 to 2");
    }

    @ParameterizedTest
    @CsvSource({"300000,30000", "200005,20001", "200004,20000", "5,1", "4,0"})
    void takesTenPercentRoundedHalfUp(long collected, long share) {
        assertThat(CommissionIsArithmetic.share(collected)).isEqualTo(share);
    }

    @Test
    void derivesTheIdOfEachEventOfAChunkedRow() {
        String row = "019aa4b0-0000-7000-8000-0000000000ff";

        assertThat(EventsReachConsumers.eventId(row, 0)).isEqualTo(row);
        assertThat(EventsReachConsumers.eventId(row, 1)).isEqualTo("019aa4b0-0000-7000-8000-000000000100");
    }

    @Test
    void letsARelaySayAgainAllThatComesAfterItsCursor() {
        assertThat(published(0, 1, 2, 1, 2, 3)).isEmpty();
        assertThat(published(0, 1, 2, 3, 2, 3)).isEmpty();
    }

    @Test
    void seesAStaleEventAndOneThatIsMissing() {
        assertThat(published(0, 1, 2, 1, 3)).singleElement().asString().contains("event 3 follows 1");
        assertThat(published(0, 2, 3)).singleElement().asString().contains("event 2 follows 0");
        assertThat(published(0, 1, 2)).singleElement().asString().contains("ends with event 2 of 4");
    }

    private static List<String> published(Integer... positions) {
        return TopicsFollowOutboxes.judge(
                java.util.Arrays.stream(positions)
                        .map(position -> new TopicsFollowOutboxes.Place("topic key", position))
                        .toList(),
                Map.of("topic key", 4));
    }

    private static List<String> judged(int status, String reason, @Nullable List<Delivery> deliveries) {
        List<String> violations = new ArrayList<>();
        ExactlyOnce.judge(
                Map.of("id", "m", "status", Integer.toString(status), "reason", reason), deliveries, violations);
        return violations;
    }
}
