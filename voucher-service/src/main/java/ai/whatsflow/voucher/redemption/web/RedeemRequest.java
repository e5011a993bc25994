package ai.whatsflow.voucher.redemption.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record RedeemRequest(
        @NotBlank
        @Size(max = 64)
        @Schema(example = "7Q2M-X9KD-04TB-K", description = "Case, spaces and dashes don't matter")
        String code) {
    /** A code is money: it stays out of logs. */
    @Override
    public String toString() {
        return "RedeemRequest[…]";
    }
}
