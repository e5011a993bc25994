package ai.whatsflow.billing.subscription;

import ai.whatsflow.billing.plan.Features;
import ai.whatsflow.billing.plan.Limits;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** What every new customer may try, without paying. */
@Validated
@ConfigurationProperties("billing.trial")
record TrialProperties(
        @DefaultValue("7") @Positive int days,
        @DefaultValue("1") @Positive int devices,
        @DefaultValue("1000") @PositiveOrZero int contacts,
        @DefaultValue("100") @Positive int messages,
        @DefaultValue("10") @PositiveOrZero int aiReplies,
        @DefaultValue("5") @PositiveOrZero int broadcasts) {

    Offer offer() {
        return new Offer(
                null,
                null,
                "Trial",
                "trial",
                SubscriptionCycle.TRIAL,
                new Limits(devices, contacts, messages, aiReplies, broadcasts),
                new Features(true, true, true, false));
    }
}
