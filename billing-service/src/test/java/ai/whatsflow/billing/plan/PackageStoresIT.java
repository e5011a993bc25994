package ai.whatsflow.billing.plan;

import ai.whatsflow.billing.Ids;
import ai.whatsflow.billing.memory.InMemoryDatabase;
import ai.whatsflow.billing.memory.Twins;
import ai.whatsflow.billing.support.BillingIT;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.test.Seeds;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What the simulation takes for packages answers as PostgreSQL does. */
@BillingIT
class PackageStoresIT {

    private static final UUID ANYBODY = new UUID(1, 1);

    @Autowired
    private Packages packages;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void answerAlike() {
        Seeds.check(4, random -> {
            InMemoryDatabase database = new InMemoryDatabase();
            InMemoryPackages twin = new InMemoryPackages(database);
            Twins twins = new Twins(transaction, database, random);
            List<UUID> ids = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                PackageTerms terms = new PackageTerms(
                        "Package " + i,
                        null,
                        Money.ofMinor(100 + random.nextInt(3), "LKR"),
                        new Limits(1, null, random.nextInt(9), 1, 1),
                        new Features(random.nextBoolean(), true, false, true),
                        Visibility.values()[random.nextInt(2)]);
                boolean edit = !ids.isEmpty() && random.nextBoolean();
                UUID id = edit ? ids.get(random.nextInt(ids.size())) : Ids.next();
                int skipped = random.nextInt(3) == 0 ? 1 : 0;
                ids.add(id);
                twins.together(() -> {
                    if (!edit) {
                        PackageVersion first = PackageVersion.first(id, terms);
                        twins.same(() -> packages.insert(first, ANYBODY), () -> twin.insert(first, ANYBODY));
                    }
                    twins.same(() -> packages.current(id), () -> twin.current(id))
                            .ifPresent(current -> {
                                PackageVersion edited = current.edited(terms);
                                PackageVersion next =
                                        new PackageVersion(id, edited.version() + skipped, terms, edited.annualPrice());
                                twins.same(() -> packages.advance(next, ANYBODY), () -> twin.advance(next, ANYBODY));
                            });
                });
                twins.same(() -> packages.find(id, 2), () -> twin.find(id, 2));
                twins.same(
                        () -> ours(ids, packages.page(EnumSet.allOf(Visibility.class), new UUID(-1, -1), 10_000)),
                        () -> ours(ids, twin.page(EnumSet.allOf(Visibility.class), new UUID(-1, -1), 10_000)));
                twins.same(() -> ours(ids, packages.onOffer()), () -> ours(ids, twin.onOffer()));
            }
        });
    }

    private static List<PackageVersion> ours(List<UUID> ids, List<PackageVersion> all) {
        return all.stream().filter(version -> ids.contains(version.packageId())).toList();
    }
}
