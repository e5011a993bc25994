package ai.whatsflow.billing.subscription;

import ai.whatsflow.billing.plan.Features;
import ai.whatsflow.billing.plan.Limits;
import ai.whatsflow.billing.plan.PackageVersion;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription grants and under which name.
 *
 * @param packageId null for the trial
 */
public record Offer(
        @Nullable UUID packageId,
        @Nullable Integer packageVersion,
        String name,
        String plan,
        SubscriptionCycle cycle,
        Limits limits,
        Features features) {

    static Offer of(PackageVersion version, SubscriptionCycle cycle) {
        return new Offer(
                version.packageId(),
                version.version(),
                version.terms().name(),
                version.slug(),
                cycle,
                version.terms().limits(),
                version.terms().features());
    }

    boolean renews(Offer earlier) {
        return packageId != null && packageId.equals(earlier.packageId) && cycle == earlier.cycle;
    }
}
