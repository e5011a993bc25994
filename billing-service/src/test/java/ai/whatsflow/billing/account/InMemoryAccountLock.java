package ai.whatsflow.billing.account;

import ai.whatsflow.billing.memory.InMemory;
import ai.whatsflow.billing.memory.InMemoryDatabase;
import java.util.UUID;

@InMemory
class InMemoryAccountLock implements AccountLock {

    private final InMemoryDatabase database;

    InMemoryAccountLock(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public void lock(UUID accountId) {
        database.lock(accountId);
    }
}
