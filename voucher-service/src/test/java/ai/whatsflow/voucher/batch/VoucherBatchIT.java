package ai.whatsflow.voucher.batch;

import static ai.whatsflow.voucher.VoucherFixture.batch;
import static ai.whatsflow.voucher.VoucherFixture.key;
import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.PlatformIT;
import ai.whatsflow.platform.test.PublishedEvent;
import ai.whatsflow.platform.test.TestAccounts;
import ai.whatsflow.platform.test.TestEvents;
import ai.whatsflow.platform.test.TestTokens;
import ai.whatsflow.voucher.VoucherFixture;
import ai.whatsflow.voucher.code.VoucherCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@PlatformIT
class VoucherBatchIT {
    private static final String BATCHES = "/api/v1/voucher-batches";

    private final ApiClient api;
    private final TestTokens tokens;
    private final TestAccounts accounts;
    private final TestEvents events;
    private final JdbcTemplate jdbc;
    private final VoucherGenerator generator;
    private final VoucherFixture vouchers;

    @Autowired
    VoucherBatchIT(
            ApiClient api,
            TestTokens tokens,
            TestAccounts accounts,
            TestEvents events,
            JdbcTemplate jdbc,
            VoucherGenerator generator) {
        this.api = api;
        this.tokens = tokens;
        this.accounts = accounts;
        this.events = events;
        this.jdbc = jdbc;
        this.generator = generator;
        this.vouchers = new VoucherFixture(api, tokens, accounts.owner());
    }

    @Test
    void makesDistinctReadableCodesAndTellsOnce() {
        String batchId = vouchers.issued(batch(2_500, "500.00", "LKR"));

        List<String> codes = vouchers.codesOf(batchId);
        assertThat(new HashSet<>(codes)).hasSize(2_500);
        assertThat(codes).allMatch(code -> VoucherCode.read(code).isPresent());
        assertThat(vouchers.show(batchId).json().get("generated").asInt()).isEqualTo(2_500);
        List<PublishedEvent> issued = events.awaitType("voucher.batch", "voucher.batch.issued.v1").stream()
                .filter(event -> event.key().equals(batchId))
                .toList();
        assertThat(issued).hasSize(1);
        assertThat(issued.getFirst().payload().get("count").asInt()).isEqualTo(2_500);
    }

    @Test
    void keepsNoPlainCodeInItsTables() {
        String batchId = vouchers.issued(batch(20, "500.00", "LKR"));
        List<String> codes = vouchers.codesOf(batchId);
        vouchers.redeem(accounts.customer(), codes.getFirst()).expect(201);

        Set<String> bytes = new HashSet<>();
        for (String table : jdbc.queryForList(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
                        + " AND table_type = 'BASE TABLE'",
                String.class)) {
            bytes.addAll(jdbc.queryForList("SELECT t::text FROM \"" + table + "\" t", String.class));
        }

        assertThat(bytes).isNotEmpty();
        for (String code : codes) {
            String canonical = code.replace("-", "");
            String hex = HexFormat.of().formatHex(canonical.getBytes(StandardCharsets.US_ASCII));
            assertThat(bytes).noneMatch(row -> row.contains(code) || row.contains(canonical) || row.contains(hex));
        }
    }

    @Test
    void exportsForTheOwnerOnlyAndRemembersIt() {
        String batchId = vouchers.issued(batch(3, "250.00", "LKR"));

        ApiResponse csv = vouchers.export(batchId).expect(200);

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Cache-Control")).isEqualTo("no-store");
        assertThat(csv.text())
                .startsWith("code,value,currency,expiresAt,used\r\n")
                .contains(",250.00,LKR,,false\r\n");
        assertThat(jdbc.queryForObject(
                        "SELECT count(*) FROM voucher_code_exports WHERE batch_id = ?::uuid AND user_id = ?",
                        Integer.class,
                        batchId,
                        accounts.owner().userId()))
                .isEqualTo(1);
        for (String set : List.of("SUPPORT_ADMIN", "READ_ONLY")) {
            String token = tokens.user(accounts.employee(set));
            api.get(BATCHES + "/" + batchId, token).expect(200);
            api.get(BATCHES + "/" + batchId + "/codes", token).expectProblem(403, "forbidden");
        }
    }

    @Test
    void refusesTheExportOfAnUnfinishedBatchAndShowsItsProgress() {
        generator.stop();
        try {
            ApiResponse accepted = vouchers.issue(batch(10, "1.00", "LKR")).expect(202);
            assertThat(accepted.at("/status")).isEqualTo("GENERATING");
            assertThat(accepted.json().get("generated").asInt()).isZero();
            assertThat(accepted.header("Location")).isEqualTo(BATCHES + "/" + accepted.at("/batchId"));

            ApiResponse refused =
                    vouchers.export(accepted.at("/batchId")).expectProblem(409, "voucher-batch-generating");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
        } finally {
            generator.start();
        }
    }

    @Test
    void issuesOncePerIdempotencyKey() {
        String token = tokens.user(accounts.owner());
        String key = key();
        ApiResponse first = api.post(BATCHES, token, batch(5, "10.00", "LKR"), "Idempotency-Key", key)
                .expect(202);
        ApiResponse replay = api.post(BATCHES, token, batch(5, "10.00", "LKR"), "Idempotency-Key", key)
                .expect(202);

        assertThat(replay.at("/batchId")).isEqualTo(first.at("/batchId"));
        api.post(BATCHES, token, batch(6, "10.00", "LKR"), "Idempotency-Key", key)
                .expectProblem(422, "idempotency-key-reused");
        api.post(BATCHES, token, batch(5, "10.00", "LKR")).expectProblem(400, "idempotency-key-required");
    }

    @Test
    void refusesInvalidFields() {
        assertInvalid("count", 0, "/count");
        assertInvalid("count", 100_001, "/count");
        assertInvalid("value", Map.of("amount", "0.00", "currency", "LKR"), "/value/amount");
        assertInvalid("value", Map.of("amount", "-1.00", "currency", "LKR"), "/value/amount");
        assertInvalid("expiresAt", "2020-01-01T00:00:00Z", "/expiresAt");
    }

    private void assertInvalid(String field, Object value, String pointer) {
        Map<String, Object> request = batch(5, "10.00", "LKR");
        request.put(field, value);
        assertThat(vouchers.issue(request).expectProblem(422, "invalid").at("/errors/0/pointer"))
                .isEqualTo(pointer);
    }

    @Test
    void refusesWhatItCannotRead() {
        for (Map<String, Object> change : List.<Map<String, Object>>of(
                Map.of("type", "BITCOIN"),
                Map.of("count", "many"),
                Map.of("value", Map.of("amount", "1,000.00", "currency", "LKR")),
                Map.of("value", Map.of("amount", "10.001", "currency", "LKR")),
                Map.of("surprise", true))) {
            Map<String, Object> request = batch(5, "10.00", "LKR");
            request.putAll(change);
            vouchers.issue(request).expectProblem(400, "unreadable");
        }
        Map<String, Object> huge = batch(5, "10.00", "LKR");
        huge.put("note", "x".repeat(1_100_000));
        vouchers.issue(huge).expectProblem(413, "too-large");
    }

    @Test
    void opensItsBatchesToStaffOnly() {
        String batchId = vouchers.issued(batch(1, "10.00", "LKR"));
        for (String path : List.of(BATCHES, BATCHES + "/" + batchId, BATCHES + "/" + batchId + "/codes")) {
            api.get(path, null).expectProblem(401, "unauthenticated");
            api.get(path, tokens.forged(accounts.owner())).expectProblem(401, "unauthenticated");
            api.get(path, tokens.expired(accounts.owner())).expectProblem(401, "unauthenticated");
            api.get(path, tokens.user(accounts.customer())).expectProblem(403, "forbidden");
            api.get(path, tokens.user(accounts.subDealer())).expectProblem(403, "forbidden");
            api.get(path, tokens.service("gateway")).expectProblem(403, "forbidden");
        }
        for (String token :
                List.of(tokens.user(accounts.employee("READ_ONLY")), tokens.user(accounts.employee("FINANCE_ADMIN")))) {
            api.post(BATCHES, token, batch(1, "10.00", "LKR"), "Idempotency-Key", key())
                    .expectProblem(403, "forbidden");
        }
    }

    @Test
    void answersUnknownAndMalformedIds() {
        String token = tokens.user(accounts.owner());
        api.get(BATCHES + "/" + UUID.randomUUID(), token).expectProblem(404, "not-found");
        api.get(BATCHES + "/" + UUID.randomUUID() + "/codes", token).expectProblem(404, "not-found");
        api.get(BATCHES + "/7", token).expectProblem(400, "unreadable");
    }

    @Test
    void listsInPagesNewestFirst() {
        String token = tokens.user(accounts.owner());
        Instant start = Instant.now();
        List<String> ids = List.of(
                vouchers.issued(batch(1, "1.00", "LKR")),
                vouchers.issued(batch(1, "2.00", "LKR")),
                vouchers.issued(batch(1, "3.00", "LKR")));

        ApiResponse first =
                api.get(BATCHES + "?limit=2&status=READY&from=" + start, token).expect(200);
        assertThat(first.at("/items/0/batchId")).isEqualTo(ids.get(2));
        assertThat(first.at("/items/1/batchId")).isEqualTo(ids.get(1));
        ApiResponse second = api.get(
                        BATCHES + "?limit=2&status=READY&from=" + start + "&cursor=" + first.at("/nextCursor"), token)
                .expect(200);
        assertThat(second.at("/items/0/batchId")).isEqualTo(ids.get(0));
        assertThat(second.json().get("items")).hasSize(1);
        assertThat(second.json().get("nextCursor").isNull()).isTrue();

        api.get(BATCHES + "?cursor=nonsense", token).expectProblem(400, "unreadable");
        api.get(BATCHES + "?limit=201", token).expectProblem(422, "invalid");
        api.get(BATCHES + "?status=LOST", token).expectProblem(400, "unreadable");
    }
}
