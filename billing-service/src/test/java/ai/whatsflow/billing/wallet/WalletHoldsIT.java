package ai.whatsflow.billing.wallet;

import ai.whatsflow.billing.Ids;
import ai.whatsflow.billing.memory.InMemoryDatabase;
import ai.whatsflow.billing.memory.Twins;
import ai.whatsflow.billing.support.BillingIT;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.test.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What the simulation takes for holds answers as PostgreSQL does. */
@BillingIT
class WalletHoldsIT {

    @Autowired
    private WalletHolds holds;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void answerAlike() {
        Seeds.check(5, random -> {
            InMemoryDatabase database = new InMemoryDatabase();
            InMemoryWalletHolds twin = new InMemoryWalletHolds(database);
            Twins twins = new Twins(transaction, database, random);
            List<UUID> ids = new ArrayList<>(List.of(UUID.randomUUID()));
            for (int i = 0; i < 60; i++) {
                UUID id = ids.get(random.nextInt(ids.size()));
                String status = random.nextBoolean() ? "CAPTURED" : "RELEASED";
                CreditSplit split = new CreditSplit(
                        Money.ofMinor(random.nextInt(5), "LKR"), Money.ofMinor(1 + random.nextInt(5), "LKR"));
                WalletHold hold = new WalletHold(random.nextInt(5) == 0 ? id : Ids.next(), UUID.randomUUID(), split);
                boolean insert = random.nextBoolean();
                twins.together(() -> {
                    if (insert) {
                        ids.add(hold.id());
                        twins.same(() -> holds.insert(hold), () -> twin.insert(hold));
                    }
                    twins.same(() -> holds.end(id, status), () -> twin.end(id, status));
                });
            }
        });
    }
}
