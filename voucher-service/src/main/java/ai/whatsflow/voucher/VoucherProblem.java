package ai.whatsflow.voucher;

import ai.whatsflow.platform.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** Error catalogue; append only. */
public enum VoucherProblem implements ProblemType {
    VOUCHER_UNKNOWN(HttpStatus.NOT_FOUND, "voucher-unknown", "There is no voucher with this code"),
    VOUCHER_USED(HttpStatus.CONFLICT, "voucher-used", "This voucher has been redeemed already"),
    VOUCHER_EXPIRED(HttpStatus.CONFLICT, "voucher-expired", "This voucher has expired"),
    VOUCHER_CURRENCY(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "voucher-currency",
            "This voucher is in another currency than the account"),
    VOUCHER_LOCKED(HttpStatus.TOO_MANY_REQUESTS, "voucher-locked", "Too many unknown codes were tried"),
    BATCH_GENERATING(HttpStatus.CONFLICT, "voucher-batch-generating", "The codes of this batch are still being made");

    private final Entry entry;

    VoucherProblem(HttpStatus status, String slug, String title) {
        entry = new Entry(status, slug, title);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
