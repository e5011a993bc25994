package ai.whatsflow.payhere.simulator.merchant;

import ai.whatsflow.payhere.simulator.order.Order;
import ai.whatsflow.payhere.simulator.order.Orders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PaymentSearchController {
    private final Orders orders;
    private final AccessTokens tokens;

    PaymentSearchController(Orders orders, AccessTokens tokens) {
        this.orders = orders;
        this.tokens = tokens;
    }

    @GetMapping("/merchant/v1/payment/search")
    ResponseEntity<?> search(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestParam("order_id") String orderId) {
        if (authorization == null
                || !authorization.startsWith("Bearer ")
                || !tokens.isValid(authorization.substring("Bearer ".length()))) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                    .body(Map.of("error", "invalid_token", "error_description", "Access token expired or unknown"));
        }
        Optional<Order> payment =
                orders.find(orderId).filter(order -> order.status().isRetrievable());
        return ResponseEntity.ok(payment.map(order -> new PaymentSearchResult(
                        1, "Payments with order_id:" + orderId, List.of(RetrievedPayment.of(order))))
                .orElseGet(() -> new PaymentSearchResult(-1, "No payments found", null)));
    }
}
