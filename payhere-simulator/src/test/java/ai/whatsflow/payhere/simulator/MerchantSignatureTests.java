package ai.whatsflow.payhere.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Known answers published outside this project. */
class MerchantSignatureTests {
    private final JsonNode known = new JsonMapper()
            .readTree(getClass().getResourceAsStream("/provider-signatures.json"))
            .get("payhere");
    private final JsonNode checkout = known.get("checkout");
    private final MerchantSignature signature = new MerchantSignature(new PayhereProperties(
            text("merchant_id"),
            known.get("secret").asString(),
            "app",
            "secret",
            Path.of("unused"),
            Duration.ofMinutes(10),
            Duration.ofSeconds(1),
            Set.of("LKR")));

    @Test
    void digestsTheSecretInUpperCase() {
        assertThat(MerchantSignature.md5(known.get("secret").asString()))
                .isEqualTo(known.get("secret_md5_upper").asString());
    }

    @Test
    void signsTheKnownCheckout() {
        assertThat(signature.ofCheckout(text("order_id"), text("amount"), text("currency")))
                .isEqualTo(text("hash"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 0, -1, -2, -3})
    void signsTheKnownNotifications(int status) {
        assertThat(signature.ofNotification(text("order_id"), text("amount"), text("currency"), status))
                .isEqualTo(known.get("notify").get(Integer.toString(status)).asString());
    }

    private String text(String field) {
        return checkout.get(field).asString();
    }
}
