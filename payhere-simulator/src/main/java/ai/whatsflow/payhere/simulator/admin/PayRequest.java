package ai.whatsflow.payhere.simulator.admin;

import ai.whatsflow.payhere.simulator.notification.Misbehaviour;
import ai.whatsflow.payhere.simulator.notification.Tampering;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the payer's payment ends and how the merchant hears of it; everything has a default. */
record PayRequest(
        @Nullable Integer statusCode,
        @JsonProperty("notify") @Nullable @Min(0) @Max(100) Integer copies,
        @Nullable Boolean concurrently,
        @Nullable Boolean tamperPaymentIdOnOne,
        @Nullable Boolean tamperAmountOnOne,
        @Nullable Boolean tamperSignatureOnOne) {

    static PayRequest plain() {
        return new PayRequest(null, null, null, null, null, null);
    }

    int statusCodeOrSuccess() {
        return Objects.requireNonNullElse(statusCode, 2);
    }

    Misbehaviour misbehaviour() {
        return new Misbehaviour(Objects.requireNonNullElse(copies, 1), Boolean.TRUE.equals(concurrently), tampering());
    }

    private Tampering tampering() {
        if (Boolean.TRUE.equals(tamperPaymentIdOnOne)) {
            return Tampering.PAYMENT_ID;
        }
        if (Boolean.TRUE.equals(tamperAmountOnOne)) {
            return Tampering.AMOUNT;
        }
        return Boolean.TRUE.equals(tamperSignatureOnOne) ? Tampering.SIGNATURE : Tampering.NONE;
    }
}
