package ai.whatsflow.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.whatsflow.billing.support.BillingIT;
import ai.whatsflow.billing.support.Shop;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.test.TestAccounts;
import java.util.Currency;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@BillingIT
class LedgerIT {

    private static final Money HUNDRED = Money.of("100.00", "LKR");

    @Autowired
    private Ledger ledger;

    @Autowired
    private Balances balances;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Shop shop;

    @Autowired
    private TestAccounts accounts;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_postings SET amount = amount + 1",
                "DELETE FROM ledger_postings",
                "TRUNCATE ledger_postings",
                "UPDATE ledger_entries SET recorded_at = recorded_at",
                "DELETE FROM ledger_entries",
                "TRUNCATE ledger_entries CASCADE",
                "UPDATE package_versions SET monthly_minor = 1",
                "DELETE FROM invoice_allocations"
            })
    void isAppendOnlyForSqlToo(String statement) {
        shop.fill(accounts.customer(), "1000.00");
        var customer = accounts.customer();
        shop.fill(customer, "50.00");
        shop.buy(customer, Shop.order(shop.packageAt("50.00"), "WALLET")).expect(201);

        assertThatThrownBy(() -> jdbc.execute(statement)).hasMessageContaining("append only");
    }

    @Test
    void anIssuedInvoiceNeverChanges() {
        var customer = accounts.customer();
        shop.fill(customer, "50.00");
        String invoice = shop.buy(customer, Shop.order(shop.packageAt("50.00"), "WALLET"))
                .expect(201)
                .at("/invoiceId");

        for (String change : new String[] {
            "net_minor = 1", "status = 'VOID'", "status = 'ISSUED'", "number = number + 1", "issued_at = now()"
        }) {
            assertThatThrownBy(
                            () -> jdbc.update("UPDATE invoices SET " + change + " WHERE invoice_id = ?::uuid", invoice))
                    .hasMessageContaining("never change");
        }
        assertThatThrownBy(() -> jdbc.update("DELETE FROM invoice_lines WHERE invoice_id = ?::uuid", invoice))
                .hasMessageContaining("never change");
    }

    @Test
    void theDatabaseRefusesAnEntryThatDoesNotBalance() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    ledger.post(entry(UUID.randomUUID()));
                    jdbc.update("""
                            INSERT INTO ledger_postings (entry_id, ledger_account_id, amount, currency)
                            SELECT entry_id, ledger_account_id, 1, 'LKR' FROM ledger_postings
                            ORDER BY posting_id DESC LIMIT 1
                            """);
                }))
                .hasMessageContaining("does not balance");
        assertThatThrownBy(() -> jdbc.update(
                        "INSERT INTO ledger_entries VALUES (?, 'RECHARGE', ?, now())",
                        UUID.randomUUID(),
                        UUID.randomUUID()))
                .hasMessageContaining("fewer than two postings");
    }

    @Test
    void refusesAnUnbalancedEntryItself() {
        Entry unbalanced = entry(UUID.randomUUID()).debit(LedgerAccount.of(LedgerCode.BANK), HUNDRED);

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> ledger.post(unbalanced)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void postsAFactOnce() {
        UUID fact = UUID.randomUUID();
        transaction.executeWithoutResult(status -> ledger.post(entry(fact)));

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> ledger.post(entry(fact))))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(ledger.holds(EntryKind.RECHARGE, fact)).isTrue();
    }

    @Test
    void postsOnlyInTheTransactionOfItsCause() {
        assertThatThrownBy(() -> ledger.post(entry(UUID.randomUUID())))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aWalletNeverGoesBelowZero() {
        LedgerAccount wallet = LedgerAccount.of(LedgerCode.WALLET_RECHARGED, UUID.randomUUID());
        Entry spend = Entry.of(EntryKind.PURCHASE, UUID.randomUUID())
                .debit(wallet, HUNDRED)
                .credit(LedgerAccount.of(LedgerCode.DEFERRED_REVENUE), HUNDRED);

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> ledger.post(spend)))
                .isInstanceOf(OverdrawnException.class);
        assertThatThrownBy(() -> jdbc.update(
                        "INSERT INTO ledger_accounts (code, owner_id, currency, side, balance)"
                                + " VALUES ('WALLET_RECHARGED', ?, 'LKR', 'LIABILITY', 1)",
                        UUID.randomUUID()))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(balances.of(wallet, Currency.getInstance("LKR")).isZero()).isTrue();
    }

    private static Entry entry(UUID fact) {
        return Entry.of(EntryKind.RECHARGE, fact)
                .debit(LedgerAccount.of(LedgerCode.CASH), HUNDRED)
                .credit(LedgerAccount.of(LedgerCode.BANK), HUNDRED);
    }
}
