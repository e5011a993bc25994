package ai.whatsflow.payhere.simulator.checkout;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import ai.whatsflow.payhere.simulator.order.Order;
import org.springframework.web.util.UriUtils;

/** The pages a payer sees; each says that it is a simulator. */
final class CheckoutPage {
    private static final String FRAME = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>PayHere simulator</title></head>
            <body>
            <h1>PayHere simulator</h1>
            <p>No money moves here.</p>
            %s
            </body>
            </html>
            """;

    private CheckoutPage() {}

    static String ofOrder(Order order) {
        String action = "/pay/orders/" + UriUtils.encodePathSegment(order.orderId(), "UTF-8");
        return FRAME.formatted("""
                <p>Order %s: %s</p>
                <p><strong>%s %s</strong></p>
                <form method="post" action="%s/approve"><button>Pay</button></form>
                <form method="post" action="%s/cancel"><button>Cancel</button></form>
                """.formatted(
                        htmlEscape(order.orderId()),
                        htmlEscape(order.items()),
                        order.currency(),
                        order.amount().toPlainString(),
                        htmlEscape(action),
                        htmlEscape(action)));
    }

    static String ofRefusal(Refusal refusal, String detail) {
        return FRAME.formatted("<p>Refused: <code>%s</code> %s</p>".formatted(refusal, htmlEscape(detail)));
    }
}
