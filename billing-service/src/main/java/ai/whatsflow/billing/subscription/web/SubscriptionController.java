package ai.whatsflow.billing.subscription.web;

import ai.whatsflow.billing.BillingProblem;
import ai.whatsflow.billing.subscription.Subscriptions;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/subscription")
@Tag(name = "Subscription")
class SubscriptionController {

    private final Subscriptions subscriptions;

    SubscriptionController(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @GetMapping
    @Operation(summary = "What the own account, or one below it, is entitled to and until when")
    SubscriptionView subscription(Caller caller, @RequestParam(required = false) @Nullable UUID accountId) {
        caller.require("subscriptions:read");
        UUID subscriber = accountId == null ? caller.accountId() : accountId;
        caller.requireReach(subscriber);
        return subscriptions
                .of(subscriber)
                .map(SubscriptionView::of)
                .orElseThrow(() ->
                        new ProblemException(BillingProblem.NO_SUBSCRIPTION, "This account has no subscription."));
    }
}
