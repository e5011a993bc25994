package ai.whatsflow.billing.plan;

import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/** How much of each; null is unlimited. Messages, AI replies and broadcasts count per month. */
public record Limits(
        @PositiveOrZero @Nullable Integer devices,
        @PositiveOrZero @Nullable Integer contacts,
        @PositiveOrZero @Nullable Integer messages,
        @PositiveOrZero @Nullable Integer aiReplies,
        @PositiveOrZero @Nullable Integer broadcasts) {}
