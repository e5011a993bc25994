package ai.whatsflow.billing.plan.web;

import ai.whatsflow.billing.plan.Packages;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Packages")
class PublicPackageController {

    private final Packages packages;

    PublicPackageController(Packages packages) {
        this.packages = packages;
    }

    @GetMapping("/api/v1/public/packages")
    @Operation(summary = "What the landing page shows: public packages, cheapest first")
    @SecurityRequirements
    PublicPackages onOffer() {
        return new PublicPackages(
                packages.onOffer().stream().map(PackageView::of).toList());
    }

    record PublicPackages(List<PackageView> items) {}
}
