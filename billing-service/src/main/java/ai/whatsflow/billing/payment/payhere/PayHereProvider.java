package ai.whatsflow.billing.payment.payhere;

import ai.whatsflow.billing.ledger.LedgerCode;
import ai.whatsflow.billing.payment.ChargeOutcome;
import ai.whatsflow.billing.payment.Checkout;
import ai.whatsflow.billing.payment.Payer;
import ai.whatsflow.billing.payment.Payment;
import ai.whatsflow.billing.payment.PaymentProvider;
import ai.whatsflow.billing.payment.ProviderNotice;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PayHere's checkout, notification and retrieval. */
class PayHereProvider implements PaymentProvider {

    private static final Logger log = LoggerFactory.getLogger(PayHereProvider.class);

    private final PayHereProperties properties;
    private final PayHereSignature signature;
    private final PayHereClient client;

    PayHereProvider(PayHereProperties properties, PayHereClient client) {
        this.properties = properties;
        this.signature = new PayHereSignature(properties.merchantId(), properties.merchantSecret());
        this.client = client;
    }

    @Override
    public String name() {
        return "PAYHERE";
    }

    @Override
    public LedgerCode clearing() {
        return LedgerCode.PAYHERE_CLEARING;
    }

    @Override
    public Checkout checkout(Payment attempt, Payer payer, String item) {
        String orderId = attempt.id().toString();
        String amount = attempt.amount().amount();
        String currency = attempt.amount().currency().getCurrencyCode();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("merchant_id", properties.merchantId());
        fields.put("return_url", properties.returnUrl().toString());
        fields.put("cancel_url", properties.cancelUrl().toString());
        fields.put("notify_url", properties.notifyUrl().toString());
        fields.put("order_id", orderId);
        fields.put("items", item);
        fields.put("currency", currency);
        fields.put("amount", amount);
        fields.put("first_name", payer.firstName());
        fields.put("last_name", payer.lastName());
        fields.put("email", payer.email());
        fields.put("phone", payer.phone());
        fields.put("address", payer.address());
        fields.put("city", payer.city());
        fields.put("country", payer.country());
        fields.put("hash", signature.ofCheckout(orderId, amount, currency));
        return new Checkout(name(), properties.baseUrl() + "/pay/checkout", fields);
    }

    @Override
    public Optional<ProviderNotice> authenticate(Map<String, String> form) {
        String orderId = form.getOrDefault("order_id", "");
        String statusCode = form.getOrDefault("status_code", "");
        boolean authentic = properties.merchantId().equals(form.get("merchant_id"))
                && signature.isAuthentic(
                        orderId,
                        form.getOrDefault("payhere_amount", ""),
                        form.getOrDefault("payhere_currency", ""),
                        statusCode,
                        form.getOrDefault("md5sig", ""));
        return authentic
                ? Optional.of(
                        new ProviderNotice(orderId, form.getOrDefault("payment_id", ""), PayHereStatus.of(statusCode)))
                : Optional.empty();
    }

    @Override
    public ChargeOutcome inquire(Payment attempt, @Nullable ProviderNotice latest) {
        try {
            return outcome(attempt, client.search(attempt.id().toString()), latest);
        } catch (RuntimeException unanswered) {
            log.warn("PayHere did not answer for {}: {}", attempt.id(), unanswered.toString());
            return new ChargeOutcome.Unknown("PayHere did not answer");
        }
    }

    private static ChargeOutcome outcome(Payment attempt, List<PayHerePayment> found, @Nullable ProviderNotice latest) {
        String currency = attempt.amount().currency().getCurrencyCode();
        BigDecimal amount = new BigDecimal(attempt.amount().amount());
        List<ChargeOutcome.Capture> captures = found.stream()
                .filter(payment -> "RECEIVED".equals(payment.status())
                        && payment.is(attempt.id().toString(), currency, amount))
                .map(payment -> new ChargeOutcome.Capture(payment.id(), attempt.amount()))
                .toList();
        if (!captures.isEmpty()) {
            return new ChargeOutcome.Captured(captures);
        }
        if (!found.isEmpty()) {
            log.error("PayHere's answer for {} does not fit: {}", attempt.id(), found);
            return new ChargeOutcome.Unknown("PayHere's answer does not fit the attempt");
        }
        return latest == null ? new ChargeOutcome.Pending(false) : withoutPayment(latest.status());
    }

    /** PayHere has no payment; the signed notification may say why. */
    private static ChargeOutcome withoutPayment(ProviderNotice.Status status) {
        return switch (status) {
            case CANCELLED -> new ChargeOutcome.Declined("cancelled by the payer");
            case FAILED -> new ChargeOutcome.Declined("declined by PayHere");
            case SUCCESS, PENDING -> new ChargeOutcome.Pending(true);
            case CHARGED_BACK, OTHER -> new ChargeOutcome.Pending(false);
        };
    }
}
