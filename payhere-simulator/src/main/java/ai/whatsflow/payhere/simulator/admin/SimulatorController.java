package ai.whatsflow.payhere.simulator.admin;

import ai.whatsflow.payhere.simulator.merchant.AccessTokens;
import ai.whatsflow.payhere.simulator.notification.NotifyMerchant;
import ai.whatsflow.payhere.simulator.order.Order;
import ai.whatsflow.payhere.simulator.order.OrderStatus;
import ai.whatsflow.payhere.simulator.order.Orders;
import ai.whatsflow.payhere.simulator.order.Settlement;
import ai.whatsflow.payhere.simulator.order.Totals;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/simulator/v1")
class SimulatorController {
    private final Orders orders;
    private final NotifyMerchant merchant;
    private final AccessTokens tokens;

    SimulatorController(Orders orders, NotifyMerchant merchant, AccessTokens tokens) {
        this.orders = orders;
        this.merchant = merchant;
        this.tokens = tokens;
    }

    @PostMapping("/orders/{orderId}/pay")
    PayResult pay(@PathVariable String orderId, @Valid @RequestBody(required = false) @Nullable PayRequest body) {
        PayRequest request = body == null ? PayRequest.plain() : body;
        OrderStatus wanted = OrderStatus.ofCode(request.statusCodeOrSuccess())
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.BAD_REQUEST, "statusCode is one of 2, 0, -1, -2, -3"));
        return switch (orders.settle(orderId, wanted)) {
            case Settlement.Settled(Order order, boolean repeated) ->
                new PayResult(
                        true,
                        order.orderId(),
                        order.paymentId(),
                        order.status(),
                        repeated,
                        merchant.tell(order, request.misbehaviour()));
            case Settlement.UnknownOrder(String unknown) ->
                throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No order " + unknown);
            case Settlement.Refused(Order order, OrderStatus refused) ->
                throw new ResponseStatusException(
                        HttpStatus.CONFLICT, "An order that is " + order.status() + " never becomes " + refused);
        };
    }

    @GetMapping("/orders/{orderId}")
    OrderView order(@PathVariable String orderId) {
        return orders.find(orderId)
                .map(OrderView::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No order " + orderId));
    }

    @GetMapping("/totals")
    TotalsView totals(@RequestParam String currency) {
        Totals totals = orders.totals(currency);
        return new TotalsView(true, currency, totals.captured().toPlainString(), totals.count());
    }

    @PostMapping("/tokens/expire")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void expireTokens() {
        tokens.expireAll();
    }
}
