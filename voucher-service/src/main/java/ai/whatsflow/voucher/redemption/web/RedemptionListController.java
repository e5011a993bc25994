package ai.whatsflow.voucher.redemption.web;

import ai.whatsflow.platform.paging.Page;
import ai.whatsflow.platform.paging.PageRequest;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.AccountScope;
import ai.whatsflow.platform.security.Caller;
import ai.whatsflow.voucher.redemption.Redemption;
import ai.whatsflow.voucher.redemption.RedemptionFilter;
import ai.whatsflow.voucher.redemption.Redemptions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who may redeem sees the redemptions of its own account; {@code redemptions:read} reaches down the tree. */
@RestController
@Tag(name = "Redemptions")
class RedemptionListController {
    private final Redemptions redemptions;

    RedemptionListController(Redemptions redemptions) {
        this.redemptions = redemptions;
    }

    @GetMapping("/api/v1/redemptions")
    @Operation(summary = "List redemptions, newest first")
    Page<RedemptionView> listRedemptions(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID accountId,
            @RequestParam(required = false) @Nullable UUID batchId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            PageRequest page) {
        AccountScope visible = visible(caller);
        RedemptionFilter filter =
                new RedemptionFilter(visible.all() ? null : visible.accountIds(), accountId, batchId, from, until);
        return Page.of(redemptions.list(filter, page), page, Redemption::id).map(RedemptionView::of);
    }

    @GetMapping("/api/v1/redemptions/{redemptionId}")
    @Operation(summary = "Show a redemption")
    RedemptionView showRedemption(Caller caller, @PathVariable UUID redemptionId) {
        AccountScope visible = visible(caller);
        return redemptions
                .find(redemptionId)
                .filter(redemption -> visible.includes(redemption.accountId()))
                .map(RedemptionView::of)
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND, "There is no such redemption."));
    }

    private static AccountScope visible(Caller caller) {
        if (caller.may("redemptions:read")) {
            return caller.scope();
        }
        caller.require("vouchers:redeem");
        return new AccountScope(false, Set.of(caller.accountId()));
    }
}
