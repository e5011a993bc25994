package ai.whatsflow.billing.payment.payhere;

import ai.whatsflow.billing.payment.payhere.PayHerePayment.Search;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** PayHere's merchant API. Reads only, so a call that failed is made once more; a circuit keeps an outage short. */
class PayHereClient {

    private final RestClient http;
    private final PayHereTokens tokens;
    private final CircuitBreaker circuit;
    private final Retry retry;

    PayHereClient(RestClient http, PayHereTokens tokens, CircuitBreaker circuit, Retry retry) {
        this.http = http;
        this.tokens = tokens;
        this.circuit = circuit;
        this.retry = retry;
    }

    /** Payments of an order; throws whatever the network or the provider does. */
    List<PayHerePayment> search(String orderId) {
        Supplier<List<PayHerePayment>> call = () -> searchOnce(orderId);
        return Retry.decorateSupplier(retry, CircuitBreaker.decorateSupplier(circuit, call))
                .get();
    }

    private List<PayHerePayment> searchOnce(String orderId) {
        try {
            return get(orderId);
        } catch (HttpClientErrorException.Unauthorized expired) {
            tokens.forget();
            return get(orderId);
        }
    }

    private List<PayHerePayment> get(String orderId) {
        Search answer = http.get()
                .uri("/merchant/v1/payment/search?order_id={id}", orderId)
                .headers(headers -> headers.setBearerAuth(tokens.current()))
                .retrieve()
                .body(Search.class);
        return Objects.requireNonNull(answer, "empty answer").payments();
    }
}
