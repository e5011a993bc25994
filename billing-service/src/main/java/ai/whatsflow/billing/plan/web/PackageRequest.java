package ai.whatsflow.billing.plan.web;

import ai.whatsflow.billing.plan.Features;
import ai.whatsflow.billing.plan.Limits;
import ai.whatsflow.billing.plan.PackageTerms;
import ai.whatsflow.billing.plan.Visibility;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.problem.Storable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record PackageRequest(
        @Schema(example = "Business") @NotBlank @Size(max = 80) @Storable
        String name,

        @Schema(example = "For a shop with two numbers") @Size(max = 500) @Storable @Nullable
        String description,

        @NotNull Money monthlyPrice,

        @Schema(
                description = "null does not limit",
                example = "{\"devices\":2,\"contacts\":10000,\"messages\":20000,\"aiReplies\":500,\"broadcasts\":50}")
        @NotNull
        @Valid
        Limits limits,

        @Nullable FeaturesRequest features,
        @NotNull Visibility visibility) {

    /** Far above any price, far below what twelve months of it would overflow. */
    private static final long MOST_MINOR = 1_000_000_000_000L;

    PackageTerms terms() {
        if (!monthlyPrice.isPositive() || monthlyPrice.minor() > MOST_MINOR) {
            throw new ProblemException(PlatformProblem.INVALID, "A package has a price.")
                    .at("/monthlyPrice", "must be more than zero and plausible");
        }
        return new PackageTerms(
                name.strip(),
                description,
                monthlyPrice,
                limits,
                features == null ? Features.NONE : features.features(),
                visibility);
    }
}
