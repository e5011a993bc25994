package ai.whatsflow.voucher;

import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Await;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.TestTokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The owner's and the customer's way through the API. */
public final class VoucherFixture {
    private final ApiClient api;
    private final TestTokens tokens;
    private final Party owner;

    public VoucherFixture(ApiClient api, TestTokens tokens, Party owner) {
        this.api = api;
        this.tokens = tokens;
        this.owner = owner;
    }

    public static Map<String, Object> batch(int count, String amount, String currency) {
        return new HashMap<>(
                Map.of("type", "CREDIT", "count", count, "value", Map.of("amount", amount, "currency", currency)));
    }

    public ApiResponse issue(Map<String, Object> batch) {
        return api.post("/api/v1/voucher-batches", tokens.user(owner), batch, "Idempotency-Key", key());
    }

    /** Issues, waits until the codes are made, and returns the batch's id. */
    public String issued(Map<String, Object> batch) {
        String batchId = issue(batch).expect(202).at("/batchId");
        Await.until("batch is READY", () -> show(batchId).at("/status").equals("READY"));
        return batchId;
    }

    public ApiResponse show(String batchId) {
        return api.get("/api/v1/voucher-batches/" + batchId, tokens.user(owner)).expect(200);
    }

    public List<String> codesOf(String batchId) {
        return export(batchId)
                .expect(200)
                .text()
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    public ApiResponse export(String batchId) {
        return api.get("/api/v1/voucher-batches/" + batchId + "/codes", tokens.user(owner));
    }

    /** Plain codes of a new batch. */
    public List<String> codes(int count, String amount, String currency) {
        return codesOf(issued(batch(count, amount, currency)));
    }

    public ApiResponse redeem(Party party, String code, String... headers) {
        return redeemAs(party, code, key(), headers);
    }

    public ApiResponse redeemAs(Party party, String code, String key, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Idempotency-Key";
        all[headers.length + 1] = key;
        return api.post("/api/v1/redemptions", tokens.user(party), Map.of("code", code), all);
    }

    public static String key() {
        return UUID.randomUUID().toString();
    }
}
