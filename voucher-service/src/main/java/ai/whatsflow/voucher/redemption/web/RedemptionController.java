package ai.whatsflow.voucher.redemption.web;

import ai.whatsflow.platform.inbox.IdempotencyKey;
import ai.whatsflow.platform.inbox.IdempotentRequests;
import ai.whatsflow.platform.inbox.RequiredKey;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import ai.whatsflow.voucher.VoucherProblem;
import ai.whatsflow.voucher.redemption.CountGuess;
import ai.whatsflow.voucher.redemption.RedeemVoucher;
import ai.whatsflow.voucher.redemption.Redeemer;
import ai.whatsflow.voucher.redemption.Redemption;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Redemptions")
class RedemptionController {
    private final RedeemVoucher redeem;
    private final CountGuess guesses;
    private final IdempotentRequests idempotency;

    RedemptionController(RedeemVoucher redeem, CountGuess guesses, IdempotentRequests idempotency) {
        this.redeem = redeem;
        this.guesses = guesses;
        this.idempotency = idempotency;
    }

    @PostMapping("/api/v1/redemptions")
    @Operation(summary = "Redeem a voucher into the wallet of one's own account")
    @ApiResponse(
            responseCode = "201",
            description = "Redeemed",
            content = @Content(schema = @Schema(implementation = RedemptionView.class)))
    ResponseEntity<?> redeemVoucher(
            Caller caller,
            @RequiredKey IdempotencyKey key,
            @Valid @RequestBody RedeemRequest request,
            HttpServletRequest http) {
        Redeemer redeemer = redeemer(caller, http);
        try {
            return idempotency.once(key, request, () -> {
                Redemption redemption = RedemptionProblems.redeemedOrThrow(redeem.redeem(redeemer, request.code()));
                return ResponseEntity.created(URI.create("/api/v1/redemptions/" + redemption.id()))
                        .body(RedemptionView.of(redemption));
            });
        } catch (ProblemException refused) {
            if (refused.type() == VoucherProblem.VOUCHER_UNKNOWN) {
                guesses.count(redeemer);
            }
            throw refused;
        }
    }

    private Redeemer redeemer(Caller caller, HttpServletRequest http) {
        caller.require("vouchers:redeem");
        if (caller.isStaff()) {
            throw new ProblemException(PlatformProblem.FORBIDDEN, "The owner's account holds no wallet.");
        }
        return new Redeemer(
                caller.accountId(),
                caller.userId(),
                caller.account().currency(),
                ClientAddress.of(http).orElse(null));
    }
}
