package ai.whatsflow.billing.wallet;

import ai.whatsflow.platform.money.Money;
import java.util.UUID;

/** Whether credit could be set aside. */
public sealed interface HoldOutcome {

    record Held(UUID holdId) implements HoldOutcome {}

    record Insufficient(Money available) implements HoldOutcome {}
}
