package ai.whatsflow.payhere.simulator.checkout;

import ai.whatsflow.payhere.simulator.order.Order;
import ai.whatsflow.payhere.simulator.order.OrderStatus;
import ai.whatsflow.payhere.simulator.order.Payer;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The fields of PayHere's checkout form. */
@Component
class OrderForm {
    static final List<String> REQUIRED = List.of(
            "merchant_id",
            "return_url",
            "cancel_url",
            "notify_url",
            "first_name",
            "last_name",
            "email",
            "phone",
            "address",
            "city",
            "country",
            "order_id",
            "items",
            "currency",
            "amount",
            "hash");

    private static final List<String> URLS = List.of("return_url", "cancel_url", "notify_url");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,10}\\.\\d{2}");

    private final Clock clock;

    OrderForm(Clock clock) {
        this.clock = clock;
    }

    static Optional<String> firstMissing(Map<String, String> fields) {
        return REQUIRED.stream().filter(name -> text(fields, name).isBlank()).findFirst();
    }

    static boolean isAmount(String text) {
        return AMOUNT.matcher(text).matches() && new BigDecimal(text).signum() > 0;
    }

    static Optional<String> firstMalformedUrl(Map<String, String> fields) {
        return URLS.stream().filter(name -> !isWebAddress(text(fields, name))).findFirst();
    }

    Order read(Map<String, String> fields) {
        return new Order(
                text(fields, "order_id"),
                new BigDecimal(text(fields, "amount")),
                text(fields, "currency"),
                text(fields, "items"),
                text(fields, "notify_url"),
                text(fields, "return_url"),
                text(fields, "cancel_url"),
                text(fields, "custom_1"),
                text(fields, "custom_2"),
                new Payer(
                        text(fields, "first_name"),
                        text(fields, "last_name"),
                        text(fields, "email"),
                        text(fields, "phone"),
                        text(fields, "address"),
                        text(fields, "city"),
                        text(fields, "country")),
                OrderStatus.OPEN,
                null,
                clock.instant());
    }

    static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
