package ai.whatsflow.payhere.simulator.checkout;

import static ai.whatsflow.payhere.simulator.checkout.Refusal.MALFORMED_AMOUNT;
import static ai.whatsflow.payhere.simulator.checkout.Refusal.MALFORMED_URL;
import static ai.whatsflow.payhere.simulator.checkout.Refusal.MISSING_FIELD;
import static ai.whatsflow.payhere.simulator.checkout.Refusal.ORDER_CLOSED;
import static ai.whatsflow.payhere.simulator.checkout.Refusal.UNKNOWN_CURRENCY;
import static ai.whatsflow.payhere.simulator.checkout.Refusal.UNKNOWN_MERCHANT;
import static ai.whatsflow.payhere.simulator.checkout.Refusal.WRONG_HASH;

import ai.whatsflow.payhere.simulator.MerchantSignature;
import ai.whatsflow.payhere.simulator.PayhereProperties;
import ai.whatsflow.payhere.simulator.checkout.CheckoutOutcome.Opened;
import ai.whatsflow.payhere.simulator.checkout.CheckoutOutcome.Refused;
import ai.whatsflow.payhere.simulator.order.Order;
import ai.whatsflow.payhere.simulator.order.Orders;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Checks a checkout form in PayHere's order of suspicion and opens its order. */
@Service
class OpenCheckout {
    private final PayhereProperties properties;
    private final MerchantSignature signature;
    private final Orders orders;
    private final OrderForm form;

    OpenCheckout(PayhereProperties properties, MerchantSignature signature, Orders orders, OrderForm form) {
        this.properties = properties;
        this.signature = signature;
        this.orders = orders;
        this.form = form;
    }

    CheckoutOutcome open(Map<String, String> fields) {
        Optional<Refused> refused = check(fields);
        if (refused.isPresent()) {
            return refused.get();
        }
        Order order = form.read(fields);
        return orders.open(order)
                ? new Opened(order)
                : new Refused(ORDER_CLOSED, "order_id " + order.orderId() + " already has a result");
    }

    private Optional<Refused> check(Map<String, String> fields) {
        Optional<String> missing = OrderForm.firstMissing(fields);
        if (missing.isPresent()) {
            return refuse(MISSING_FIELD, missing.get() + " is required");
        }
        if (!properties.merchantId().equals(OrderForm.text(fields, "merchant_id"))) {
            return refuse(UNKNOWN_MERCHANT, "merchant_id is not known");
        }
        if (!properties.currencies().contains(OrderForm.text(fields, "currency"))) {
            return refuse(UNKNOWN_CURRENCY, "currency is not supported");
        }
        if (!OrderForm.isAmount(OrderForm.text(fields, "amount"))) {
            return refuse(MALFORMED_AMOUNT, "amount must look like 1000.00, without a thousands separator");
        }
        Optional<String> url = OrderForm.firstMalformedUrl(fields);
        if (url.isPresent()) {
            return refuse(MALFORMED_URL, url.get() + " must be an absolute http(s) URL");
        }
        return hashMatches(fields) ? Optional.empty() : refuse(WRONG_HASH, "hash does not match the order");
    }

    private boolean hashMatches(Map<String, String> fields) {
        return signature
                .ofCheckout(
                        OrderForm.text(fields, "order_id"),
                        OrderForm.text(fields, "amount"),
                        OrderForm.text(fields, "currency"))
                .equals(OrderForm.text(fields, "hash"));
    }

    private static Optional<Refused> refuse(Refusal refusal, String detail) {
        return Optional.of(new Refused(refusal, detail));
    }
}
