package ai.whatsflow.billing.invoice;

import ai.whatsflow.billing.invoice.Allocation.Source;
import ai.whatsflow.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All parts of how one invoice was paid; empty parts are left out. */
public record Allocations(List<Allocation> parts) {

    public Allocations {
        parts = List.copyOf(parts);
    }

    public static Allocations of(
            Money granted, Money recharged, Money money, PaymentMethod method, @Nullable UUID paymentId) {
        List<Allocation> parts = new ArrayList<>();
        parts.add(new Allocation(Source.GRANTED_CREDIT, PaymentMethod.WALLET, null, granted));
        parts.add(new Allocation(Source.RECHARGED_CREDIT, PaymentMethod.WALLET, null, recharged));
        parts.add(new Allocation(Source.MONEY, method, paymentId, money));
        parts.removeIf(part -> part.amount().isZero());
        return new Allocations(parts);
    }

    /**
     * What was collected in money, now or when credit was bought, without the tax that is in it. Tax is spread evenly
     * over all parts and rounded once.
     */
    public Money collected(Money total, Money tax) {
        Money gross = parts.stream()
                .filter(part -> part.source() != Source.GRANTED_CREDIT)
                .map(Allocation::amount)
                .reduce(Money.zero(total.currency()), Money::plus);
        if (tax.isZero() || gross.isZero()) {
            return gross;
        }
        BigDecimal net = BigDecimal.valueOf(gross.minor())
                .multiply(BigDecimal.valueOf(total.minus(tax).minor()))
                .divide(BigDecimal.valueOf(total.minor()), 0, RoundingMode.HALF_UP);
        return new Money(net.longValueExact(), total.currency());
    }

    boolean covers(Money total) {
        return parts.stream()
                .map(Allocation::amount)
                .reduce(Money.zero(total.currency()), Money::plus)
                .equals(total);
    }

    public boolean spends(Source source) {
        return parts.stream().anyMatch(part -> part.source() == source);
    }
}
