package ai.whatsflow.billing.account;

import java.util.UUID;

/**
 * Serialises what moves an account's money until the transaction ends. Everything takes locks in one order: the
 * customer, the sub-dealer above it, rows, the invoice number, the ledger.
 */
public interface AccountLock {

    void lock(UUID accountId);
}
