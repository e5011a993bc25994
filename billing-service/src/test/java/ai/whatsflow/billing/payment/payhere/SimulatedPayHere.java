package ai.whatsflow.billing.payment.payhere;

import ai.whatsflow.billing.payment.PaymentProvider;
import ai.whatsflow.platform.money.Money;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.StringNode;

/** The real adapter over a PayHere without a network: somebody else decides what retrieval answers. */
public final class SimulatedPayHere extends PayHereClient {

    public static final String CAPTURED = "2";
    public static final String PENDING = "0";
    public static final String CANCELLED = "-1";
    public static final String DECLINED = "-2";

    private static final String MERCHANT = "1210000";
    private static final String SECRET = "MzE0MTU5MjY1MzU4OTc5MzIzODQ2MjY0MzM4MzI3OTUw";
    private static final String SECRET_HASH = PayHereSignature.md5(SECRET);
    private static final URI ANYWHERE = URI.create("http://127.0.0.1");

    private Function<String, List<Taken>> retrieval = orderId -> List.of();

    @SuppressWarnings("NullAway")
    public SimulatedPayHere() {
        super(null, null, null, null);
    }

    public void answerWith(Function<String, List<Taken>> next) {
        retrieval = next;
    }

    public PaymentProvider provider() {
        return new PayHereProvider(settings(), this);
    }

    /** One that takes whatever amount retrieval names. */
    public PaymentProvider providerThatIgnoresAmounts() {
        return new AmountIgnoringProvider(provider(), this);
    }

    /** A notification as PayHere signs it. */
    public static Map<String, String> notice(String orderId, Money amount, String paymentId, String statusCode) {
        String currency = amount.currency().getCurrencyCode();
        Map<String, String> notice = new LinkedHashMap<>();
        notice.put("merchant_id", MERCHANT);
        notice.put("order_id", orderId);
        notice.put("payment_id", paymentId);
        notice.put("payhere_amount", amount.amount());
        notice.put("payhere_currency", currency);
        notice.put("status_code", statusCode);
        notice.put(
                "md5sig",
                PayHereSignature.md5(MERCHANT + orderId + amount.amount() + currency + statusCode + SECRET_HASH));
        return notice;
    }

    @Override
    List<PayHerePayment> search(String orderId) {
        return retrieval.apply(orderId).stream().map(SimulatedPayHere::shown).toList();
    }

    private static PayHerePayment shown(Taken taken) {
        return new PayHerePayment(
                StringNode.valueOf(taken.paymentId),
                taken.orderId,
                "RECEIVED",
                taken.amount.currency().getCurrencyCode(),
                DecimalNode.valueOf(new BigDecimal(taken.amount.amount())));
    }

    private static PayHereProperties settings() {
        Duration any = Duration.ofSeconds(1);
        return new PayHereProperties(
                ANYWHERE, MERCHANT, SECRET, "app", "secret", ANYWHERE, ANYWHERE, ANYWHERE, any, any);
    }

    /** A payment that PayHere shows as received. */
    public record Taken(String paymentId, String orderId, Money amount, Instant at) {}
}
