package ai.whatsflow.billing.plan;

import ai.whatsflow.billing.memory.InMemory;
import ai.whatsflow.billing.memory.InMemoryDatabase;
import ai.whatsflow.billing.memory.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

@InMemory
class InMemoryPackages extends Packages {

    private final Table<UUID, Integer> current;
    private final Table<Key, PackageVersion> versions;

    InMemoryPackages(InMemoryDatabase database) {
        this.current = database.table();
        this.versions = database.table();
    }

    @Override
    public Optional<PackageVersion> current(UUID packageId) {
        return current.find(packageId).flatMap(version -> find(packageId, version));
    }

    @Override
    public Optional<PackageVersion> find(UUID packageId, int version) {
        return versions.find(new Key(packageId, version));
    }

    @Override
    public List<PackageVersion> page(Set<Visibility> visible, UUID before, int limit) {
        return currentVersions(visible)
                .filter(version -> version.packageId().toString().compareTo(before.toString()) < 0)
                .sorted(Comparator.comparing(
                                (PackageVersion version) -> version.packageId().toString())
                        .reversed())
                .limit(limit + 1)
                .toList();
    }

    @Override
    public List<PackageVersion> onOffer() {
        return currentVersions(Set.of(Visibility.PUBLIC))
                .sorted(Comparator.comparing((PackageVersion version) ->
                                version.terms().monthlyPrice().currency().getCurrencyCode())
                        .thenComparing(version -> version.terms().monthlyPrice().minor())
                        .thenComparing(version -> version.packageId().toString()))
                .toList();
    }

    @Override
    void insert(PackageVersion first, UUID by) {
        current.insert(first.packageId(), 1);
        versions.insert(new Key(first.packageId(), first.version()), first);
    }

    @Override
    boolean advance(PackageVersion next, UUID by) {
        boolean follows = current.find(next.packageId())
                .filter(version -> version == next.version() - 1)
                .isPresent();
        if (follows) {
            current.put(next.packageId(), next.version());
            versions.insert(new Key(next.packageId(), next.version()), next);
        }
        return follows;
    }

    private Stream<PackageVersion> currentVersions(Set<Visibility> visible) {
        return current.byKey().keySet().stream()
                .flatMap(packageId -> current(packageId).stream())
                .filter(version -> visible.contains(version.terms().visibility()));
    }

    record Key(UUID packageId, int version) {}
}
