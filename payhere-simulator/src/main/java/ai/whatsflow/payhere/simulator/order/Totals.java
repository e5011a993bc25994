package ai.whatsflow.payhere.simulator.order;

import java.math.BigDecimal;

/** What the simulator holds for the merchant in one currency: received and not charged back. */
public record Totals(BigDecimal captured, int count) {}
