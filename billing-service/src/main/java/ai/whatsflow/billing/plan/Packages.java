package ai.whatsflow.billing.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Packages with all their versions. */
public abstract class Packages {

    public abstract Optional<PackageVersion> current(UUID packageId);

    public abstract Optional<PackageVersion> find(UUID packageId, int version);

    /** Current versions, newest package first, one more than asked for. */
    public abstract List<PackageVersion> page(Set<Visibility> visible, UUID before, int limit);

    /** Current public versions, cheapest first. */
    public abstract List<PackageVersion> onOffer();

    abstract void insert(PackageVersion first, UUID by);

    /** Makes this the current version, if the one before it still is; false if another edit came first. */
    abstract boolean advance(PackageVersion next, UUID by);
}
