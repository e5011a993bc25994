package ai.whatsflow.billing.payment.payhere;

import ai.whatsflow.billing.payment.ProviderNotice.Status;

/** The {@code status_code} of a notification. */
final class PayHereStatus {

    private PayHereStatus() {}

    static Status of(String code) {
        return switch (code) {
            case "2" -> Status.SUCCESS;
            case "0" -> Status.PENDING;
            case "-1" -> Status.CANCELLED;
            case "-2" -> Status.FAILED;
            case "-3" -> Status.CHARGED_BACK;
            default -> Status.OTHER;
        };
    }
}
