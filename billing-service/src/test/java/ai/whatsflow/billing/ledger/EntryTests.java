package ai.whatsflow.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.test.Seeds;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EntryTests {

    private static final LedgerAccount CASH = LedgerAccount.of(LedgerCode.CASH);
    private static final LedgerAccount BANK = LedgerAccount.of(LedgerCode.BANK);

    @Test
    void balancesPerCurrency() {
        Entry entry = entry().debit(CASH, Money.of("1.00", "LKR")).credit(BANK, Money.of("1.00", "USD"));

        assertThat(entry.balances()).isFalse();
        assertThat(entry.credit(BANK, Money.of("1.00", "LKR"))
                        .debit(CASH, Money.of("1.00", "USD"))
                        .balances())
                .isTrue();
    }

    @Test
    void needsTwoLegs() {
        assertThat(entry().debit(CASH, Money.of("0.00", "LKR")).balances()).isFalse();
        assertThat(entry().balances()).isFalse();
    }

    @Test
    void anyLegTooMuchUnbalancesIt() {
        Seeds.check(300, random -> {
            Entry entry = entry();
            long sum = 0;
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                long amount = 1 + random.nextInt(1_000_000);
                entry = entry.debit(CASH, Money.ofMinor(amount, "LKR"));
                sum += amount;
            }
            Entry balanced = entry.credit(BANK, Money.ofMinor(sum, "LKR"));
            assertThat(balanced.balances()).isTrue();
            assertThat(balanced.credit(BANK, Money.ofMinor(1 + random.nextInt(9), "LKR"))
                            .balances())
                    .isFalse();
        });
    }

    private static Entry entry() {
        return Entry.of(EntryKind.RECHARGE, UUID.randomUUID());
    }
}
