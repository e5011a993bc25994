package ai.whatsflow.billing.plan;

import ai.whatsflow.platform.money.Money;
import org.jspecify.annotations.Nullable;

/** What the owner decides about a package. */
public record PackageTerms(
        String name,
        @Nullable String description,
        Money monthlyPrice,
        Limits limits,
        Features features,
        Visibility visibility) {}
