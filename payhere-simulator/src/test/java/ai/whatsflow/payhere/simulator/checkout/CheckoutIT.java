package ai.whatsflow.payhere.simulator.checkout;

import static ai.whatsflow.payhere.simulator.MerchantFixture.order;
import static ai.whatsflow.payhere.simulator.MerchantFixture.signed;
import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.payhere.simulator.MerchantFixture;
import ai.whatsflow.payhere.simulator.MerchantFixture.Answer;
import ai.whatsflow.payhere.simulator.SimulatorTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;

@SimulatorTest
class CheckoutIT {
    private static final String NOTIFY = "http://127.0.0.1:9/notify";
    static final List<String> REQUIRED = OrderForm.REQUIRED;

    private final MerchantFixture merchant;

    CheckoutIT(@LocalServerPort int port) {
        this.merchant = new MerchantFixture(port);
    }

    @Test
    void opensASignedOrderAndSaysThatItIsASimulator() {
        Answer<String> page = merchant.checkout(order("opens-1", "1000.00", "LKR", NOTIFY));

        assertThat(page.status()).isEqualTo(HttpStatus.OK);
        assertThat(page.body())
                .contains("PayHere simulator", "LKR 1000.00", "Business package &lt;monthly&gt;")
                .doesNotContain("<monthly>");
    }

    @ParameterizedTest
    @FieldSource("REQUIRED")
    void refusesAMissingField(String field) {
        Map<String, String> fields = order("missing-" + field, "1000.00", "LKR", NOTIFY);
        fields.remove(field);

        assertRefused(fields, Refusal.MISSING_FIELD);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            amount,      '1,000.00',     MALFORMED_AMOUNT
            amount,      1000,           MALFORMED_AMOUNT
            amount,      1000.0,         MALFORMED_AMOUNT
            amount,      -5.00,          MALFORMED_AMOUNT
            amount,      0.00,           MALFORMED_AMOUNT
            currency,    XYZ,            UNKNOWN_CURRENCY
            currency,    lkr,            UNKNOWN_CURRENCY
            merchant_id, 999,            UNKNOWN_MERCHANT
            notify_url,  /notify,        MALFORMED_URL
            return_url,  ftp://a/b,      MALFORMED_URL
            """)
    void refusesAMalformedFieldEvenWhenItIsSigned(String field, String value, Refusal expected) {
        Map<String, String> fields = order("malformed", "1000.00", "LKR", NOTIFY);
        fields.put(field, value);

        assertRefused(signed(fields), expected);
    }

    @ParameterizedTest
    @CsvSource({"hash,D76F7AB16EDBE176244577AE8A46F460", "amount,999.00", "order_id,other", "currency,USD"})
    void refusesAWrongHash(String field, String value) {
        Map<String, String> fields = order("forged", "1000.00", "LKR", NOTIFY);
        fields.put(field, value);

        assertRefused(fields, Refusal.WRONG_HASH);
    }

    @Test
    void refusesASecondCheckoutOfAPaidOrder() {
        Map<String, String> fields = order("paid-twice", "10.00", "LKR", NOTIFY);
        assertThat(merchant.checkout(fields).status()).isEqualTo(HttpStatus.OK);
        assertThat(merchant.checkout(fields).status()).isEqualTo(HttpStatus.OK);
        merchant.pay("paid-twice", "{\"notify\":0}");

        assertRefused(fields, Refusal.ORDER_CLOSED);
    }

    @Test
    void letsAPersonPayOrCancelOnThePage() {
        merchant.checkout(order("by-hand", "10.00", "GBP", NOTIFY));
        merchant.checkout(order("by-hand-not", "10.00", "GBP", NOTIFY));

        assertThat(merchant.post("/pay/orders/by-hand-not/cancel")).isEqualTo(HttpStatus.SEE_OTHER);
        assertThat(merchant.post("/pay/orders/by-hand/approve")).isEqualTo(HttpStatus.SEE_OTHER);

        assertThat(merchant.post("/pay/orders/nobody/approve")).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(merchant.post("/pay/orders/by-hand-not/approve")).isEqualTo(HttpStatus.CONFLICT);
        assertThat(merchant.totals("GBP").get("captured").asString()).isEqualTo("10.00");
    }

    private void assertRefused(Map<String, String> fields, Refusal expected) {
        Answer<String> page = merchant.checkout(fields);
        assertThat(page.status()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(page.body()).contains("PayHere simulator", "<code>" + expected + "</code>");
    }
}
