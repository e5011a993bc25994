package ai.whatsflow.billing.payment;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds what a payment is for. */
@Component
class Purposes {

    private final ObjectProvider<PaymentPurpose> purposes;

    Purposes(ObjectProvider<PaymentPurpose> purposes) {
        this.purposes = purposes;
    }

    PaymentPurpose of(Payment payment) {
        return purposes.stream()
                .filter(purpose -> purpose.type() == payment.type())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody settles payments of type " + payment.type()));
    }
}
