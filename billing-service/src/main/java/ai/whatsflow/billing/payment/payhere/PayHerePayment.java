package ai.whatsflow.billing.payment.payhere;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One payment in a retrieval answer. Numbers come as JSON numbers in some answers and as strings in others.
 *
 * @param paymentId PayHere's id
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PayHerePayment(
        @JsonProperty("payment_id") @Nullable JsonNode paymentId,
        @JsonProperty("order_id") @Nullable String orderId,
        @Nullable String status,
        @Nullable String currency,
        @Nullable JsonNode amount) {

    boolean is(String orderId, String currency, BigDecimal amount) {
        return orderId.equals(this.orderId) && currency.equals(this.currency) && isAmount(amount) && !id().isEmpty();
    }

    String id() {
        return paymentId == null ? "" : paymentId.asString("");
    }

    private boolean isAmount(BigDecimal expected) {
        if (amount == null) {
            return false;
        }
        try {
            String text = amount.asString("").replace(",", "");
            return text.length() <= 24 && new BigDecimal(text).compareTo(expected) == 0;
        } catch (NumberFormatException unreadable) {
            return false;
        }
    }

    /** {@code status} 1 is a success; anything else, with or without data, means that nothing was found. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Search(
            int status, @Nullable String msg, @Nullable List<PayHerePayment> data) {

        List<PayHerePayment> payments() {
            return data == null ? List.of() : data;
        }
    }
}
