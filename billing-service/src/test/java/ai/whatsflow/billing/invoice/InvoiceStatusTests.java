package ai.whatsflow.billing.invoice;

import static ai.whatsflow.billing.invoice.InvoiceStatus.DRAFT;
import static ai.whatsflow.billing.invoice.InvoiceStatus.ISSUED;
import static ai.whatsflow.billing.invoice.InvoiceStatus.PAID;
import static ai.whatsflow.billing.invoice.InvoiceStatus.VOID;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InvoiceStatusTests {

    private static final Map<InvoiceStatus, Set<InvoiceStatus>> LEGAL =
            Map.of(DRAFT, Set.of(ISSUED, VOID), ISSUED, Set.of(PAID), PAID, Set.of(), VOID, Set.of());

    @Test
    void movesOnlyWhereItMay() {
        for (InvoiceStatus from : InvoiceStatus.values()) {
            for (InvoiceStatus to : InvoiceStatus.values()) {
                assertThat(from.canBecome(to))
                        .as(from + " to " + to)
                        .isEqualTo(LEGAL.get(from).contains(to));
            }
        }
    }
}
