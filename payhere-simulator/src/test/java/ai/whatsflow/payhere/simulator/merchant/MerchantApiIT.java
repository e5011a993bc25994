package ai.whatsflow.payhere.simulator.merchant;

import static ai.whatsflow.payhere.simulator.MerchantFixture.APP_ID;
import static ai.whatsflow.payhere.simulator.MerchantFixture.APP_SECRET;
import static ai.whatsflow.payhere.simulator.MerchantFixture.order;
import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.payhere.simulator.MerchantFixture;
import ai.whatsflow.payhere.simulator.MerchantFixture.Answer;
import ai.whatsflow.payhere.simulator.SimulatorTest;
import ai.whatsflow.payhere.simulator.SteppingClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

@SimulatorTest
class MerchantApiIT {
    private static final String NOTIFY = "http://127.0.0.1:9/notify";

    private final MerchantFixture merchant;
    private final SteppingClock clock;

    @Autowired
    MerchantApiIT(@LocalServerPort int port, SteppingClock clock) {
        this.merchant = new MerchantFixture(port);
        this.clock = clock;
    }

    @Test
    void issuesATokenForTheDocumentedCredentials() {
        String documented = "Basic NE9WeDMzUlZPUGc0RHpkWlV6cTRBOTREMjo4bjRWQ2oyNU1YcDRKTERGeXZzRTloNGE4cWdiUGFaVUk0SkVX"
                + "SzRGQ3ZvcA==";
        JsonNode answer = merchant.token(documented, "client_credentials").body();

        assertThat(answer.get("token_type").asString()).isEqualTo("bearer");
        assertThat(answer.get("scope").asString()).isEqualTo("SANDBOX");
        assertThat(answer.get("expires_in").asInt()).isEqualTo(600);
    }

    @Test
    void refusesWrongCredentialsAndOtherGrants() {
        assertError(
                merchant.token(TokenController.basic(APP_ID, "guess"), "client_credentials"), 401, "invalid_client");
        assertError(merchant.token("Bearer x", "client_credentials"), 401, "invalid_client");
        assertError(
                merchant.token(TokenController.basic(APP_ID, APP_SECRET), "password"), 400, "unsupported_grant_type");
    }

    @Test
    void refusesAnUnknownAndAnExpiredToken() {
        String bearer = bearer();
        assertThat(merchant.search(bearer, "none").status()).isEqualTo(HttpStatus.OK);

        clock.step(Duration.ofMinutes(10));

        assertError(merchant.search(bearer, "none"), 401, "invalid_token");
        assertError(merchant.search("Bearer guess", "none"), 401, "invalid_token");
        assertError(merchant.search("Basic x", "none"), 401, "invalid_token");
    }

    @Test
    void refusesEveryTokenOnceTheyWereExpiredByHand() {
        String bearer = bearer();
        merchant.post("/simulator/v1/tokens/expire");

        assertError(merchant.search(bearer, "none"), 401, "invalid_token");
    }

    @Test
    void findsNothingUntilTheOrderIsPaid() {
        merchant.checkout(order("open-order", "500.00", "LKR", NOTIFY));
        JsonNode open = merchant.search(bearer(), "open-order").body();
        assertThat(open.get("status").asInt()).isEqualTo(-1);
        assertThat(open.get("data").isNull()).isTrue();

        merchant.pay("open-order", "{\"statusCode\":-2,\"notify\":0}");
        assertThat(merchant.search(bearer(), "open-order").body().get("status").asInt())
                .isEqualTo(-1);
    }

    @Test
    void showsAPaymentInPayHeresShape() {
        merchant.checkout(order("shape", "500.00", "LKR", NOTIFY));
        long paymentId =
                merchant.pay("shape", "{\"notify\":0}").body().get("paymentId").asLong();

        JsonNode payment = merchant.search(bearer(), "shape").body().get("data").get(0);

        assertThat(payment.get("payment_id").isNumber()).isTrue();
        assertThat(payment.get("payment_id").asLong()).isEqualTo(paymentId);
        assertThat(payment.get("order_id").asString()).isEqualTo("shape");
        assertThat(payment.get("status").asString()).isEqualTo("RECEIVED");
        assertThat(payment.get("currency").asString()).isEqualTo("LKR");
        assertThat(payment.get("amount").decimalValue()).isEqualByComparingTo("500.00");
        assertThat(payment.get("date").asString()).matches("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}");
        assertThat(payment.get("customer").get("fist_name").asString()).isEqualTo("Saman");
        assertThat(payment.get("customer").get("delivery_details").get("city").asString())
                .isEqualTo("Colombo");
        assertThat(payment.get("amount_detail").get("fee").decimalValue()).isEqualByComparingTo("14.50");
        assertThat(payment.get("amount_detail").get("net").decimalValue()).isEqualByComparingTo("485.50");
    }

    private String bearer() {
        return "Bearer "
                + merchant.token(TokenController.basic(APP_ID, APP_SECRET), "client_credentials")
                        .body()
                        .get("access_token")
                        .asString();
    }

    private static void assertError(Answer<JsonNode> answer, int status, String error) {
        assertThat(answer.status().value()).isEqualTo(status);
        assertThat(answer.body().get("error").asString()).isEqualTo(error);
    }
}
