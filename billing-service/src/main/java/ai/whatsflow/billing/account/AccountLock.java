package ai.whatsflow.billing.account;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Serialises what moves an account's money until the transaction ends. Everything takes locks in one order: the
 * customer, the sub-dealer above it, rows, the invoice number, the ledger.
 */
@Component
public class AccountLock {

    private final JdbcClient jdbc;

    AccountLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void lock(UUID accountId) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 22002))")
                .param(accountId.toString())
                .query((rs, row) -> true)
                .single();
    }
}
