package ai.whatsflow.payhere.simulator.notification;

import static ai.whatsflow.payhere.simulator.MerchantFixture.MERCHANT_ID;
import static ai.whatsflow.payhere.simulator.MerchantFixture.MERCHANT_SECRET;
import static ai.whatsflow.payhere.simulator.MerchantFixture.md5;
import static ai.whatsflow.payhere.simulator.MerchantFixture.order;
import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.payhere.simulator.MerchantFixture;
import ai.whatsflow.payhere.simulator.SimulatorTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

@SimulatorTest
class NotificationIT {
    private final MerchantFixture merchant;

    NotificationIT(@LocalServerPort int port) {
        this.merchant = new MerchantFixture(port);
    }

    @Test
    void postsThreeCopiesAtOnceOnThreeConnectionsAndChangesOnePaymentId() throws Exception {
        try (MerchantStub stub = new MerchantStub(3)) {
            merchant.checkout(order("thrice", "2500.00", "LKR", stub.url()));

            JsonNode result = merchant.pay(
                            "thrice", "{\"notify\":3,\"concurrently\":true,\"tamperPaymentIdOnOne\":true}")
                    .body();

            assertThat(result.get("simulated").asBoolean()).isTrue();
            assertThat(result.get("notifications"))
                    .allSatisfy(delivery ->
                            assertThat(delivery.get("status").asInt()).isEqualTo(200));
            assertThat(stub.connections()).isEqualTo(3);
            assertThat(stub.forms()).hasSize(3).allSatisfy(NotificationIT::assertAuthentic);
            assertThat(paymentIds(stub))
                    .filteredOn(result.get("paymentId").asString()::equals)
                    .hasSize(2);
        }
    }

    @Test
    void sendsTheFormOfPayHere() throws Exception {
        try (MerchantStub stub = new MerchantStub(1)) {
            merchant.checkout(order("form", "99.90", "USD", stub.url()));
            merchant.pay("form", "{}");

            assertThat(stub.forms().getFirst())
                    .containsEntry("merchant_id", MERCHANT_ID)
                    .containsEntry("order_id", "form")
                    .containsEntry("payhere_amount", "99.90")
                    .containsEntry("payhere_currency", "USD")
                    .containsEntry("status_code", "2")
                    .containsEntry("custom_1", "tenant")
                    .containsEntry("custom_2", "")
                    .containsKeys("payment_id", "method", "status_message", "card_holder_name", "card_no");
        }
    }

    @ParameterizedTest
    @CsvSource({"tamperAmountOnOne", "tamperSignatureOnOne"})
    void breaksTheSignatureWhenAmountOrSignatureIsTamperedWith(String option) throws Exception {
        try (MerchantStub stub = new MerchantStub(2)) {
            merchant.checkout(order(option, "10.00", "EUR", stub.url()));
            merchant.pay(option, "{\"notify\":2,\"concurrently\":true,\"%s\":true}".formatted(option));

            assertThat(stub.forms())
                    .filteredOn(form -> signatureOf(form).equals(form.get("md5sig")))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"0,PENDING", "-1,CANCELLED", "-2,FAILED"})
    void notifiesOtherResultsAndCapturesNothing(int code, String status) throws Exception {
        try (MerchantStub stub = new MerchantStub(1)) {
            String orderId = "result" + code;
            merchant.checkout(order(orderId, "10.00", "AUD", stub.url()));

            JsonNode result =
                    merchant.pay(orderId, "{\"statusCode\":%d}".formatted(code)).body();

            assertThat(result.get("status").asString()).isEqualTo(status);
            assertThat(stub.forms().getFirst()).containsEntry("status_code", Integer.toString(code));
            assertAuthentic(stub.forms().getFirst());
            assertThat(merchant.totals("AUD").get("count").asInt()).isZero();
        }
    }

    @Test
    void capturesOnceHoweverOftenItIsPaidAndGivesBackOnChargeBack() throws Exception {
        try (MerchantStub stub = new MerchantStub(1)) {
            merchant.checkout(order("again", "70.00", "GBP", stub.url()));
            JsonNode first = merchant.pay("again", "{}").body();
            JsonNode second = merchant.pay("again", "{\"notify\":2}").body();

            assertThat(second.get("repeated").asBoolean()).isTrue();
            assertThat(second.get("paymentId")).isEqualTo(first.get("paymentId"));
            assertThat(stub.forms()).hasSize(3);
            assertThat(merchant.totals("GBP").get("captured").asString()).isEqualTo("70.00");
            assertThat(merchant.totals("GBP").get("simulated").asBoolean()).isTrue();

            merchant.pay("again", "{\"statusCode\":-3}");
            assertThat(merchant.totals("GBP").get("captured").asString()).isEqualTo("0.00");
        }
    }

    @Test
    void refusesUnknownOrdersResultsAndTransitions() {
        merchant.checkout(order("strict", "10.00", "LKR", "http://127.0.0.1:9/notify"));

        assertThat(merchant.pay("nobody", "{}").status()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(merchant.pay("strict", "{\"statusCode\":7}").status()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(merchant.pay("strict", "{\"notify\":101}").status()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(merchant.pay("strict", "{\"statusCode\":-3}").status()).isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void reportsAMerchantThatCannotBeReachedAndKeepsThePayment() {
        merchant.checkout(order("deaf", "10.00", "LKR", "http://127.0.0.1:9/notify"));

        JsonNode result = merchant.pay("deaf", "{}").body();

        assertThat(result.get("status").asString()).isEqualTo("RECEIVED");
        assertThat(result.get("notifications").get(0).get("status").isNull()).isTrue();
        assertThat(result.get("notifications").get(0).get("failure").asString()).contains("ConnectException");
    }

    private static void assertAuthentic(Map<String, String> form) {
        assertThat(form.get("md5sig")).isEqualTo(signatureOf(form));
    }

    private static String signatureOf(Map<String, String> form) {
        return md5(MERCHANT_ID
                + form.get("order_id")
                + form.get("payhere_amount")
                + form.get("payhere_currency")
                + form.get("status_code")
                + md5(MERCHANT_SECRET));
    }

    private static List<String> paymentIds(MerchantStub stub) {
        return stub.forms().stream().map(form -> form.get("payment_id")).toList();
    }
}
