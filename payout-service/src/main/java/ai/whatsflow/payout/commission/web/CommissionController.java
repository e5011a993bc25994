package ai.whatsflow.payout.commission.web;

import ai.whatsflow.payout.commission.Commission;
import ai.whatsflow.payout.commission.CommissionFilter;
import ai.whatsflow.payout.commission.CommissionList;
import ai.whatsflow.payout.commission.CommissionStatus;
import ai.whatsflow.platform.paging.Page;
import ai.whatsflow.platform.paging.PageRequest;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/commissions")
@Tag(name = "Commissions")
class CommissionController {
    private final CommissionList commissions;

    CommissionController(CommissionList commissions) {
        this.commissions = commissions;
    }

    @GetMapping
    @Operation(summary = "List commissions, newest first; a sub-dealer sees its own")
    Page<CommissionView> listCommissions(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID subDealerId,
            @RequestParam(required = false) @Nullable CommissionStatus status,
            @RequestParam(required = false) @Nullable UUID payoutId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            PageRequest page) {
        CommissionFilter filter =
                new CommissionFilter(dealerInSight(caller, subDealerId), status, payoutId, from, until);
        return Page.of(commissions.list(filter, page), page, Commission::id).map(CommissionView::of);
    }

    @GetMapping("/summary")
    @Operation(summary = "Add up commissions by status")
    SummaryView summarizeCommissions(Caller caller, @RequestParam(required = false) @Nullable UUID subDealerId) {
        UUID dealer = dealerInSight(caller, subDealerId);
        return SummaryView.of(dealer, commissions.totals(dealer));
    }

    private static @Nullable UUID dealerInSight(Caller caller, @Nullable UUID asked) {
        caller.require("commissions:read");
        if (caller.isStaff()) {
            return asked;
        }
        if (asked != null && !asked.equals(caller.accountId())) {
            throw new ProblemException(PlatformProblem.NOT_FOUND, "There is no such sub-dealer, or it is not you.");
        }
        return caller.accountId();
    }
}
