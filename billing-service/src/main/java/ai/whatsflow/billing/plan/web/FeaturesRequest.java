package ai.whatsflow.billing.plan.web;

import ai.whatsflow.billing.plan.Features;
import org.jspecify.annotations.Nullable;

/** Features to switch on; what is not named is off. */
record FeaturesRequest(
        @Nullable Boolean apiAccess,
        @Nullable Boolean scheduledMessages,
        @Nullable Boolean groupManagement,
        @Nullable Boolean analytics) {

    Features features() {
        return new Features(isOn(apiAccess), isOn(scheduledMessages), isOn(groupManagement), isOn(analytics));
    }

    private static boolean isOn(@Nullable Boolean feature) {
        return Boolean.TRUE.equals(feature);
    }
}
