package ai.whatsflow.payhere.simulator.notification;

import ai.whatsflow.payhere.simulator.PayhereProperties;
import ai.whatsflow.payhere.simulator.order.Order;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The form body that PayHere posts to a merchant's {@code notify_url}. */
@Component
class NotificationForm {
    private final PayhereProperties properties;

    NotificationForm(PayhereProperties properties) {
        this.properties = properties;
    }

    String write(Notification notification) {
        return fields(notification).entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private Map<String, String> fields(Notification notification) {
        Order order = notification.order();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("merchant_id", properties.merchantId());
        fields.put("order_id", order.orderId());
        fields.put("payment_id", Long.toString(notification.paymentId()));
        fields.put("payhere_amount", notification.amount().toPlainString());
        fields.put("payhere_currency", order.currency());
        fields.put("status_code", Integer.toString(order.status().code()));
        fields.put("md5sig", notification.signature());
        fields.put("custom_1", order.custom1());
        fields.put("custom_2", order.custom2());
        fields.put("method", "VISA");
        fields.put("status_message", order.status().message());
        fields.put(
                "card_holder_name",
                order.payer().firstName() + " " + order.payer().lastName());
        fields.put("card_no", "************1292");
        fields.put("card_expiry", "12/30");
        return fields;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
