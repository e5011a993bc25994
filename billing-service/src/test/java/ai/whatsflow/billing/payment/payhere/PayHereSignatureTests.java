package ai.whatsflow.billing.payment.payhere;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PayHereSignatureTests {

    private final JsonNode cases = cases();
    private final String orderId = cases.at("/checkout/order_id").asString();
    private final String amount = cases.at("/checkout/amount").asString();
    private final String currency = cases.at("/checkout/currency").asString();
    private final PayHereSignature signature = new PayHereSignature(
            cases.at("/checkout/merchant_id").asString(), cases.at("/secret").asString());

    @Test
    void hashesTheSecret() {
        assertThat(PayHereSignature.md5(cases.at("/secret").asString()))
                .isEqualTo(cases.at("/secret_md5_upper").asString());
    }

    @Test
    void signsACheckout() {
        assertThat(signature.ofCheckout(orderId, amount, currency))
                .isEqualTo(cases.at("/checkout/hash").asString());
    }

    @Test
    void knowsEveryAuthenticNotification() {
        assertThat(cases.at("/notify").properties())
                .hasSize(5)
                .allSatisfy(known -> assertThat(signature.isAuthentic(
                                orderId,
                                amount,
                                currency,
                                known.getKey(),
                                known.getValue().asString()))
                        .isTrue());
    }

    @Test
    void refusesWhatWasChanged() {
        String success = cases.at("/notify/2").asString();

        assertThat(signature.isAuthentic(orderId, "1000.01", currency, "2", success))
                .isFalse();
        assertThat(signature.isAuthentic("12346", amount, currency, "2", success))
                .isFalse();
        assertThat(signature.isAuthentic(orderId, amount, "USD", "2", success)).isFalse();
        assertThat(signature.isAuthentic(orderId, amount, currency, "0", success))
                .isFalse();
        assertThat(signature.isAuthentic(orderId, amount, currency, "2", "")).isFalse();
        assertThat(signature.isAuthentic(orderId, amount, currency, "2", success + "0"))
                .isFalse();
    }

    private static JsonNode cases() {
        try (InputStream file = PayHereSignatureTests.class.getResourceAsStream("/provider-signatures.json")) {
            return JsonMapper.shared().readTree(file).path("payhere");
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
