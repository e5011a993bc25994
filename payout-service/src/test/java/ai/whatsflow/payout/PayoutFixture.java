package ai.whatsflow.payout;

import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Await;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.TestAccounts;
import ai.whatsflow.platform.test.TestEvents;
import ai.whatsflow.platform.test.TestTokens;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Sub-dealers with plans, paid invoices as billing tells of them, and the API. */
public final class PayoutFixture {
    public static final String COMMISSIONS = "/api/v1/commissions";
    public static final String PAYOUTS = "/api/v1/payouts";
    public static final String PLANS = "/api/v1/commission-plans/";
    private static final String PAID = "billing.invoice.paid.v1";

    private final ApiClient api;
    private final TestTokens tokens;
    private final TestAccounts accounts;
    private final TestEvents events;

    public PayoutFixture(ApiClient api, TestTokens tokens, TestAccounts accounts, TestEvents events) {
        this.api = api;
        this.tokens = tokens;
        this.accounts = accounts;
        this.events = events;
    }

    public Party dealer(String rate, int refundWindowDays) {
        Party dealer = accounts.subDealer();
        setPlan(dealer, rate, refundWindowDays).expect(200);
        return dealer;
    }

    public ApiResponse setPlan(Party dealer, String rate, int refundWindowDays) {
        return api.put(
                PLANS + dealer.accountId(),
                tokens.user(accounts.owner()),
                Map.of("rate", rate, "refundWindowDays", refundWindowDays));
    }

    public static Map<String, Object> invoice(Party customer, String collected) {
        Map<String, Object> invoice = new LinkedHashMap<>();
        Map<String, String> money = Map.of("amount", collected, "currency", "LKR");
        invoice.put("invoiceId", UUID.randomUUID().toString());
        invoice.put("version", 2);
        invoice.put("number", "WF-2026-000042");
        invoice.put("accountId", customer.accountId());
        invoice.put("accountPath", customer.path());
        invoice.put("total", money);
        invoice.put("tax", Map.of("amount", "0.00", "currency", "LKR"));
        invoice.put("issuedAt", Instant.now().toString());
        invoice.put("allocations", List.of(Map.of("source", "MONEY", "method", "GATEWAY", "amount", money)));
        invoice.put("collected", money);
        invoice.put("cleared", true);
        invoice.put("paidAt", Instant.now().toString());
        return invoice;
    }

    public void publishPaid(UUID eventId, Map<String, Object> invoice) {
        events.publish(eventId, "billing.invoice", invoice.get("invoiceId").toString(), PAID, invoice);
    }

    /** Billing tells of the invoice, and the commission is there. */
    public void paid(Party dealer, Map<String, Object> invoice) {
        publishPaid(UUID.randomUUID(), invoice);
        awaitCommission(dealer, invoice);
    }

    public void cleared(Map<String, Object> invoice, Party dealer) {
        String invoiceId = invoice.get("invoiceId").toString();
        events.publish(
                "billing.invoice",
                invoiceId,
                "billing.invoice.cleared.v1",
                Map.of(
                        "invoiceId",
                        invoiceId,
                        "version",
                        3,
                        "heldBy",
                        dealer.accountId(),
                        "clearedAt",
                        Instant.now().toString()));
    }

    /** One more commission of that amount, at 10.00 percent. */
    public void earn(Party dealer, Party customer, String amount) {
        String collected = Money.of(amount, "LKR").times(10).amount();
        paid(dealer, invoice(customer, collected));
    }

    public void awaitCommission(Party dealer, Map<String, Object> invoice) {
        String invoiceId = invoice.get("invoiceId").toString();
        Await.until(
                "commission of " + invoiceId,
                () -> commissions(dealer, "?limit=200").text().contains(invoiceId));
    }

    public ApiResponse commissions(Party reader, String query) {
        return api.get(COMMISSIONS + query, tokens.user(reader)).expect(200);
    }

    public ApiResponse request(Party who, Map<String, Object> body) {
        return api.post(PAYOUTS, tokens.user(who), body, "Idempotency-Key", key());
    }

    public ApiResponse decide(Party who, String payoutId, String verb, Map<String, Object> body) {
        return api.post(PAYOUTS + "/" + payoutId + "/" + verb, tokens.user(who), body, "Idempotency-Key", key());
    }

    public ApiResponse summary(Party dealer) {
        return api.get(COMMISSIONS + "/summary", tokens.user(dealer)).expect(200);
    }

    public static String key() {
        return UUID.randomUUID().toString();
    }
}
