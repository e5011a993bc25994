package ai.whatsflow.payhere.simulator;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** A merchant's side of the conversation, over real HTTP. */
public final class MerchantFixture {
    public static final String MERCHANT_ID = "1210000";
    public static final String MERCHANT_SECRET = "merchant-secret-of-the-tests";
    public static final String APP_ID = "4OVx33RVOPg4DzdZUzq4A94D2";
    public static final String APP_SECRET = "8n4VCj25MXp4JLDFyvsE9h4a8qgbPaZUI4JEWK4FCvop";

    private final RestClient http;

    public MerchantFixture(int port) {
        this.http = RestClient.builder()
                .requestFactory(new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build()))
                .baseUrl("http://127.0.0.1:" + port)
                .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {})
                .build();
    }

    public static Map<String, String> order(String orderId, String amount, String currency, String notifyUrl) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "merchant_id", MERCHANT_ID,
                "return_url", "http://127.0.0.1:2153/return",
                "cancel_url", "http://127.0.0.1:2153/cancel",
                "notify_url", notifyUrl,
                "first_name", "Saman",
                "last_name", "Kumara",
                "email", "saman@example.com",
                "phone", "+94771234567",
                "address", "1 Galle Road",
                "city", "Colombo"));
        fields.putAll(Map.of(
                "country",
                "Sri Lanka",
                "order_id",
                orderId,
                "items",
                "Business package <monthly>",
                "currency",
                currency,
                "amount",
                amount,
                "custom_1",
                "tenant"));
        return signed(fields);
    }

    /** Signs the fields as they are, so that only the named fault is left in a bad form. */
    public static Map<String, String> signed(Map<String, String> fields) {
        fields.put(
                "hash",
                md5(MERCHANT_ID
                        + fields.get("order_id")
                        + fields.get("amount")
                        + fields.get("currency")
                        + md5(MERCHANT_SECRET)));
        return fields;
    }

    public Answer<String> checkout(Map<String, String> fields) {
        return http.post()
                .uri("/pay/checkout")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form(fields))
                .exchange((request, response) -> answer(response, String.class));
    }

    public Answer<JsonNode> pay(String orderId, String json) {
        return http.post()
                .uri("/simulator/v1/orders/{id}/pay", orderId)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange((request, response) -> answer(response, JsonNode.class));
    }

    public Answer<JsonNode> token(String basic, String grantType) {
        return http.post()
                .uri("/merchant/v1/oauth/token")
                .header("Authorization", basic)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form(Map.of("grant_type", grantType)))
                .exchange((request, response) -> answer(response, JsonNode.class));
    }

    public Answer<JsonNode> search(String bearer, String orderId) {
        return http.get()
                .uri("/merchant/v1/payment/search?order_id={id}", orderId)
                .header("Authorization", bearer)
                .exchange((request, response) -> answer(response, JsonNode.class));
    }

    public JsonNode totals(String currency) {
        return http.get()
                .uri("/simulator/v1/totals?currency={currency}", currency)
                .exchange((request, response) -> answer(response, JsonNode.class))
                .body();
    }

    public HttpStatusCode post(String path) {
        return http.post().uri(path).retrieve().toBodilessEntity().getStatusCode();
    }

    /** What came back; an error's body is kept as well. */
    public record Answer<T>(HttpStatusCode status, T body) {}

    private static <T> Answer<T> answer(
            RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse response, Class<T> type) throws IOException {
        T body = Objects.requireNonNull(response.bodyTo(type), "an answer without a body");
        return new Answer<>(response.getStatusCode(), body);
    }

    public static String md5(String text) {
        return MerchantSignature.md5(text);
    }

    private static MultiValueMap<String, String> form(Map<String, String> fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        fields.forEach(form::add);
        return form;
    }
}
