package ai.whatsflow.payout;

import ai.whatsflow.platform.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** Error catalogue; append only. */
public enum PayoutProblem implements ProblemType {
    NOTHING_PAYABLE(HttpStatus.CONFLICT, "payout-nothing-payable", "There is no payable commission"),
    BELOW_MINIMUM(HttpStatus.UNPROCESSABLE_CONTENT, "payout-below-minimum", "The payout is below the minimum"),
    AMOUNT_UNMATCHED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "payout-amount-unmatched",
            "No whole number of commissions adds up to this amount"),
    OWN_REQUEST(HttpStatus.FORBIDDEN, "payout-own-request", "Nobody approves a payout they requested"),
    WRONG_STATUS(HttpStatus.CONFLICT, "payout-wrong-status", "The payout's status does not allow this");

    private final Entry entry;

    PayoutProblem(HttpStatus status, String slug, String title) {
        entry = new Entry(status, slug, title);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
