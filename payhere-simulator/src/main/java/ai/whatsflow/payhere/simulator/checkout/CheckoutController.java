package ai.whatsflow.payhere.simulator.checkout;

import ai.whatsflow.payhere.simulator.notification.Misbehaviour;
import ai.whatsflow.payhere.simulator.notification.NotifyMerchant;
import ai.whatsflow.payhere.simulator.order.Order;
import ai.whatsflow.payhere.simulator.order.OrderStatus;
import ai.whatsflow.payhere.simulator.order.Orders;
import ai.whatsflow.payhere.simulator.order.Settlement;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CheckoutController {
    private final OpenCheckout checkout;
    private final Orders orders;
    private final NotifyMerchant merchant;

    CheckoutController(OpenCheckout checkout, Orders orders, NotifyMerchant merchant) {
        this.checkout = checkout;
        this.orders = orders;
        this.merchant = merchant;
    }

    @PostMapping(
            path = "/pay/checkout",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> open(@RequestParam Map<String, String> fields) {
        return switch (checkout.open(fields)) {
            case CheckoutOutcome.Opened(Order order) -> ResponseEntity.ok(CheckoutPage.ofOrder(order));
            case CheckoutOutcome.Refused(Refusal refusal, String detail) ->
                ResponseEntity.badRequest().body(CheckoutPage.ofRefusal(refusal, detail));
        };
    }

    @PostMapping("/pay/orders/{orderId}/approve")
    ResponseEntity<Void> approve(@PathVariable String orderId) {
        return finish(orderId, OrderStatus.RECEIVED, Order::returnUrl);
    }

    @PostMapping("/pay/orders/{orderId}/cancel")
    ResponseEntity<Void> cancel(@PathVariable String orderId) {
        return finish(orderId, OrderStatus.CANCELLED, Order::cancelUrl);
    }

    private ResponseEntity<Void> finish(String orderId, OrderStatus status, Function<Order, String> next) {
        return switch (orders.settle(orderId, status)) {
            case Settlement.Settled(Order order, boolean repeated) -> {
                if (!repeated) {
                    merchant.tell(order, Misbehaviour.none());
                }
                yield ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(next.apply(order)))
                        .build();
            }
            case Settlement.UnknownOrder _ -> ResponseEntity.notFound().build();
            case Settlement.Refused _ ->
                ResponseEntity.status(HttpStatus.CONFLICT).build();
        };
    }
}
