package ai.whatsflow.billing.payment.web;

import ai.whatsflow.billing.BillingProblem;
import ai.whatsflow.billing.payment.ReceiveNotice;
import ai.whatsflow.billing.payment.TriggerWorker;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Payments")
class PayHereNotifyController {

    private static final int MOST_BYTES = 64 * 1024;

    private final ReceiveNotice receiveNotice;
    private final TriggerWorker worker;

    PayHereNotifyController(ReceiveNotice receiveNotice, TriggerWorker worker) {
        this.receiveNotice = receiveNotice;
        this.worker = worker;
    }

    @PostMapping(path = "/api/v1/payments/payhere/notify", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @Operation(summary = "PayHere's notification: an empty 200 for whatever is authentic, duplicates too")
    @SecurityRequirements
    void receive(HttpServletRequest request, @RequestParam MultiValueMap<String, String> form) {
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw new ProblemException(PlatformProblem.TOO_LARGE, "A notification has at most 64 KB.");
        }
        if (!receiveNotice.receive("PAYHERE", form.toSingleValueMap())) {
            throw new ProblemException(BillingProblem.NOTIFICATION_FORGED, "Nothing was changed.");
        }
        worker.wake();
    }
}
