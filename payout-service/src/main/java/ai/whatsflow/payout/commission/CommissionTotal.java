package ai.whatsflow.payout.commission;

import ai.whatsflow.platform.money.Money;

/** How many commissions of one status there are, and their sum in one currency. */
public record CommissionTotal(CommissionStatus status, Money amount, long count) {}
