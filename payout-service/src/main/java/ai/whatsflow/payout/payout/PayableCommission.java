package ai.whatsflow.payout.payout;

import ai.whatsflow.platform.money.Money;
import java.time.Instant;
import java.util.UUID;

record PayableCommission(UUID id, Money amount, Instant accruedAt) {}
