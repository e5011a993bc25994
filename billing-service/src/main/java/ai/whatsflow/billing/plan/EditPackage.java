package ai.whatsflow.billing.plan;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a new version of a package; subscribers keep the one they bought. */
@Component
public class EditPackage {

    private final Packages packages;

    EditPackage(Packages packages) {
        this.packages = packages;
    }

    @Transactional
    public PackageVersion edit(UUID packageId, int expectedVersion, PackageTerms terms, UUID by) {
        PackageVersion current = packages.current(packageId)
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND, "There is no such package."));
        PackageVersion next = current.edited(terms);
        if (current.version() != expectedVersion || !packages.advance(next, by)) {
            throw new ProblemException(PlatformProblem.VERSION_CONFLICT, "The package has a newer version.");
        }
        return next;
    }
}
