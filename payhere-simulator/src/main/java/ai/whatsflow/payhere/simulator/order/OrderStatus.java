package ai.whatsflow.payhere.simulator.order;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a notification's {@code status_code} says of an order, and which of them may follow which. */
public enum OrderStatus {
    OPEN(null, "Waiting for the payer"),
    PENDING(0, "Payment is pending"),
    RECEIVED(2, "Successfully completed"),
    CANCELLED(-1, "Payment was cancelled"),
    FAILED(-2, "Card was declined"),
    CHARGEBACKED(-3, "Payment was charged back");

    private final @Nullable Integer code;
    private final String message;

    OrderStatus(@Nullable Integer code, String message) {
        this.code = code;
        this.message = message;
    }

    public static Optional<OrderStatus> ofCode(int code) {
        return Arrays.stream(values())
                .filter(status -> status.code != null && status.code == code)
                .findFirst();
    }

    public int code() {
        if (code == null) {
            throw new IllegalStateException(this + " is never notified");
        }
        return code;
    }

    public String message() {
        return message;
    }

    /** A failed payer may try again on the hosted page; money taken goes back only by a charge-back. */
    public boolean mayBecome(OrderStatus next) {
        return switch (this) {
            case OPEN, PENDING, FAILED -> next != OPEN && next != CHARGEBACKED;
            case RECEIVED -> next == CHARGEBACKED;
            case CANCELLED, CHARGEBACKED -> false;
        };
    }

    /** Whether the merchant API lists the payment. */
    public boolean isRetrievable() {
        return this == RECEIVED || this == CHARGEBACKED;
    }
}
