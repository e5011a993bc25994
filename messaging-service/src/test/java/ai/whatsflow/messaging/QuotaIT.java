package ai.whatsflow.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.messaging.Senders.Sender;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.Race;
import ai.whatsflow.platform.test.SettableClock;
import ai.whatsflow.platform.test.TestAccounts;
import ai.whatsflow.platform.test.TestTokens;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MessagingIT
class QuotaIT {

    @Autowired
    Senders senders;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestTokens tokens;

    @Autowired
    SettableClock clock;

    @Autowired
    DataSource database;

    @Autowired
    ApiClient api;

    @AfterEach
    void backToRealTime() {
        clock.reset();
    }

    @Test
    void acceptsExactlyAsManyAsTheLimitUnderARace() {
        Sender sender = senders.entitledTo(100);
        List<ApiResponse> answers = Race.of(
                        32,
                        number -> IntStream.range(0, 5)
                                .mapToObj(turn -> senders.send(sender, "+9477%07d".formatted(number * 5 + turn)))
                                .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
        assertThat(answers.stream().filter(answer -> answer.status() == 202)).hasSize(100);
        answers.stream()
                .filter(answer -> answer.status() != 202)
                .forEach(answer -> answer.expectProblem(402, "quota-exhausted"));
        assertThat(senders.stored(sender)).isEqualTo(100);
        assertThat(senders.used(sender)).isEqualTo(100);
    }

    @Test
    void countsEachAccountByItselfWhereManySendTogether() {
        List<Sender> all = IntStream.range(0, 8)
                .mapToObj(number -> senders.entitledTo(number == 3 ? 0 : 10L * number))
                .toList();
        List<ApiResponse> answers = Race.of(
                        64,
                        number -> IntStream.range(0, 6)
                                .mapToObj(turn -> senders.send(all.get(number % 8), "+94771234567"))
                                .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
        answers.stream()
                .filter(answer -> answer.status() != 202)
                .forEach(answer -> answer.expectProblem(402, "quota-exhausted"));
        for (int number = 0; number < 8; number++) {
            long expected = number == 3 ? 0 : Math.min(48, 10 * number);
            assertThat(senders.used(all.get(number))).isEqualTo(expected);
            assertThat(senders.stored(all.get(number))).isEqualTo(expected);
        }
    }

    @Test
    void waitsForAnAccountThatIsBusyWithoutKeepingOthersWaiting() throws Exception {
        Sender busy = senders.entitledTo(10);
        Sender other = senders.entitledTo(100);
        senders.send(busy, "+94771234567").expect(202);
        try (Connection batch = database.getConnection();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            batch.setAutoCommit(false);
            try (PreparedStatement lock =
                    batch.prepareStatement("SELECT used FROM quotas WHERE account_id = ? FOR UPDATE")) {
                lock.setObject(1, busy.accountId());
                lock.executeQuery();
            }
            Future<ApiResponse> waiting = threads.submit(() -> senders.send(busy, "+94771234567"));
            Race.of(16, number -> senders.send(other, "+94771234567")).forEach(answer -> answer.expect(202));
            assertThat(waiting.isDone()).isFalse();
            batch.rollback();
            waiting.get().expect(202);
        }
        assertThat(senders.used(busy)).isEqualTo(2);
        assertThat(senders.used(other)).isEqualTo(16);
    }

    @Test
    void endsATrialAtMessage101() {
        Party party = accounts.customer();
        Instant start = Instant.now();
        senders.subscribe(party, 1, "TRIALING", start, start.plus(Duration.ofDays(7)), 100L);
        Sender trial = new Sender(party, tokens.user(party), senders.instanceOf(party));
        senders.sendAll(trial, ContactService.phones(0, 99)).expect(202);
        senders.sendAll(trial, ContactService.phones(0, 2)).expectProblem(402, "quota-exhausted");
        senders.send(trial, "+94771234567").expect(202);

        ApiResponse message101 = senders.send(trial, "+94771234567");
        message101.expectProblem(402, "quota-exhausted");
        assertThat(message101.at("/detail")).startsWith("100 of 100 messages are used and this needs 1.");
        assertThat(message101.json().at("/limit").asLong()).isEqualTo(100);
        assertThat(message101.json().at("/remaining").asLong()).isZero();
        ApiResponse quota = api.get("/api/v1/message-quota", trial.token()).expect(200);
        assertThat(quota.text()).contains("\"limit\":100", "\"used\":100", "\"remaining\":0");

        clock.advance(Duration.ofDays(7));
        senders.send(trial, "+94771234567").expectProblem(402, "subscription-expired");
    }

    @Test
    void beginsAnewOnTheMonthlyAnniversary() {
        Sender sender = senders.entitledTo(2);
        senders.sendAll(sender, ContactService.phones(0, 2)).expect(202);
        senders.send(sender, "+94771234567").expectProblem(402, "quota-exhausted");
        clock.advance(Duration.ofDays(31));
        senders.send(sender, "+94771234567").expect(202);
        assertThat(senders.used(sender)).isEqualTo(1);
        clock.reset();
        assertThat(senders.used(sender)).isEqualTo(2);
    }

    @Test
    void followsTheNewestVersionOfTheSubscription() {
        Sender sender = senders.entitledTo(1);
        Instant start = Instant.now().minusSeconds(60);
        Instant end = start.plus(Duration.ofDays(365));
        senders.subscribe(sender.party(), 3, "ACTIVE", start, end, null);
        senders.subscribe(sender.party(), 2, "EXPIRED", start, end, 0L);
        senders.sendAll(sender, ContactService.phones(0, 500)).expect(202);
        ApiResponse unlimited = api.get("/api/v1/message-quota", sender.token()).expect(200);
        assertThat(unlimited.text()).contains("\"limit\":null", "\"used\":500", "\"remaining\":null");
        senders.subscribe(sender.party(), 4, "EXPIRED", start, end, 100L);
        senders.send(sender, "+94771234567").expectProblem(402, "subscription-expired");
    }

    @Test
    void asksForPatienceUntilTheSubscriptionArrives() {
        Party party = accounts.customer();
        UUID instance = senders.instanceOf(party);
        Sender early = new Sender(party, tokens.user(party), instance);
        ApiResponse pending = senders.send(early, "+94771234567");
        pending.expectProblem(409, "entitlement-pending");
        assertThat(pending.header("Retry-After")).isEqualTo("1");
        senders.batch(early, Map.of("recipients", ContactService.phones(0, 3)))
                .expectProblem(409, "entitlement-pending");
        assertThat(senders.stored(early)).isZero();
    }
}
