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

    private final HttpStatus status;
    private final String slug;
    private final String title;

    PayoutProblem(HttpStatus status, String slug, String title) {
        this.status = status;
        this.slug = slug;
        this.title = title;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public String title() {
        return title;
    }
}
