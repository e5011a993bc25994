package ai.whatsflow.payout.commission.web;

import ai.whatsflow.payout.commission.CommissionStatus;
import ai.whatsflow.payout.commission.CommissionTotal;
import ai.whatsflow.platform.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "CommissionSummary")
record SummaryView(@Nullable UUID subDealerId, List<Totals> totals) {

    @Schema(name = "CommissionTotals")
    record Totals(Money pending, Money payable, Money locked, Money paid, Money total, long count) {}

    static SummaryView of(@Nullable UUID subDealerId, List<CommissionTotal> totals) {
        List<Totals> byCurrency = totals.stream()
                .map(total -> total.amount().currency())
                .distinct()
                .map(currency -> of(currency, totals))
                .toList();
        return new SummaryView(subDealerId, byCurrency);
    }

    private static Totals of(Currency currency, List<CommissionTotal> all) {
        List<CommissionTotal> totals = all.stream()
                .filter(total -> total.amount().currency().equals(currency))
                .toList();
        return new Totals(
                sum(currency, totals, CommissionStatus.PENDING),
                sum(currency, totals, CommissionStatus.PAYABLE),
                sum(currency, totals, CommissionStatus.LOCKED),
                sum(currency, totals, CommissionStatus.PAID),
                totals.stream().map(CommissionTotal::amount).reduce(Money.zero(currency), Money::plus),
                totals.stream().mapToLong(CommissionTotal::count).sum());
    }

    private static Money sum(Currency currency, List<CommissionTotal> totals, CommissionStatus status) {
        return totals.stream()
                .filter(total -> total.status() == status)
                .map(CommissionTotal::amount)
                .reduce(Money.zero(currency), Money::plus);
    }
}
