package ai.whatsflow.billing.plan.web;

import ai.whatsflow.billing.plan.Features;
import ai.whatsflow.billing.plan.Limits;
import ai.whatsflow.billing.plan.PackageVersion;
import ai.whatsflow.billing.plan.Visibility;
import ai.whatsflow.platform.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record PackageView(
        UUID packageId,
        int version,
        String name,
        String slug,
        @Nullable String description,
        Money monthlyPrice,
        Money annualPrice,
        Limits limits,
        Features features,
        Visibility visibility,
        String status) {

    static PackageView of(PackageVersion version) {
        return new PackageView(
                version.packageId(),
                version.version(),
                version.terms().name(),
                version.slug(),
                version.terms().description(),
                version.terms().monthlyPrice(),
                version.annualPrice(),
                version.terms().limits(),
                version.terms().features(),
                version.terms().visibility(),
                "ACTIVE");
    }
}
