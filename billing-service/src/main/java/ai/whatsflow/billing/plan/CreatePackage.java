package ai.whatsflow.billing.plan;

import ai.whatsflow.billing.Ids;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a package on offer. */
@Component
public class CreatePackage {

    private final Packages packages;

    CreatePackage(Packages packages) {
        this.packages = packages;
    }

    @Transactional
    public PackageVersion create(PackageTerms terms, UUID by) {
        PackageVersion first = PackageVersion.first(Ids.next(), terms);
        packages.insert(first, by);
        return first;
    }
}
