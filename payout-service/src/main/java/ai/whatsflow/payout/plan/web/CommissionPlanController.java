package ai.whatsflow.payout.plan.web;

import ai.whatsflow.payout.plan.CommissionPlan;
import ai.whatsflow.payout.plan.CommissionPlans;
import ai.whatsflow.payout.plan.CommissionRate;
import ai.whatsflow.payout.plan.SetCommissionPlan;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Account;
import ai.whatsflow.platform.security.AccountDirectory;
import ai.whatsflow.platform.security.Caller;
import ai.whatsflow.platform.security.Tier;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/commission-plans/{subDealerId}")
@Tag(name = "Commission plans")
class CommissionPlanController {
    private final CommissionPlans plans;
    private final SetCommissionPlan set;
    private final AccountDirectory accounts;

    CommissionPlanController(CommissionPlans plans, SetCommissionPlan set, AccountDirectory accounts) {
        this.plans = plans;
        this.set = set;
        this.accounts = accounts;
    }

    @GetMapping
    @Operation(summary = "Show the plan of a sub-dealer")
    ResponseEntity<PlanView> showCommissionPlan(Caller caller, @PathVariable UUID subDealerId) {
        caller.require("commission-plans:read");
        if (!caller.isStaff() && !caller.accountId().equals(subDealerId)) {
            throw notFound();
        }
        return plans.find(subDealerId)
                .map(CommissionPlanController::answer)
                .orElseThrow(CommissionPlanController::notFound);
    }

    @PutMapping
    @Operation(summary = "Set the plan of a sub-dealer; invoices paid before keep the rate they had")
    ResponseEntity<PlanView> setCommissionPlan(
            Caller caller,
            @PathVariable UUID subDealerId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody PlanRequest request) {
        caller.require("commission-plans:update");
        if (!caller.isStaff()) {
            throw new ProblemException(PlatformProblem.FORBIDDEN, "The owner sets commission plans.");
        }
        requireSubDealer(subDealerId);
        return set.set(
                        subDealerId,
                        new CommissionRate(request.rate()),
                        request.refundWindowDays(),
                        caller.userId(),
                        EntityTag.version(ifMatch))
                .map(CommissionPlanController::answer)
                .orElseThrow(() -> new ProblemException(
                        PlatformProblem.VERSION_CONFLICT, "Read the plan again and repeat your change on it."));
    }

    private void requireSubDealer(UUID subDealerId) {
        Account account = accounts.find(subDealerId).orElseThrow(CommissionPlanController::notFound);
        if (account.tier() != Tier.SUBDEALER) {
            throw new ProblemException(PlatformProblem.INVALID, "Only sub-dealers have commission plans.")
                    .at("/subDealerId", "is not a sub-dealer");
        }
    }

    private static ResponseEntity<PlanView> answer(CommissionPlan plan) {
        return ResponseEntity.ok().eTag(EntityTag.of(plan.version())).body(PlanView.of(plan));
    }

    private static ProblemException notFound() {
        return new ProblemException(PlatformProblem.NOT_FOUND, "There is no such plan.");
    }
}
