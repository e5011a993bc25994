package ai.whatsflow.billing.plan.web;

import ai.whatsflow.billing.plan.CreatePackage;
import ai.whatsflow.billing.plan.EditPackage;
import ai.whatsflow.billing.plan.PackageVersion;
import ai.whatsflow.billing.plan.Packages;
import ai.whatsflow.billing.plan.Visibility;
import ai.whatsflow.platform.inbox.IdempotencyKey;
import ai.whatsflow.platform.inbox.IdempotentRequests;
import ai.whatsflow.platform.paging.Page;
import ai.whatsflow.platform.paging.PageRequest;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import ai.whatsflow.platform.security.Tier;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/packages")
@Tag(name = "Packages")
class PackageController {

    private final Packages packages;
    private final CreatePackage createPackage;
    private final EditPackage editPackage;
    private final IdempotentRequests idempotency;

    PackageController(
            Packages packages, CreatePackage createPackage, EditPackage editPackage, IdempotentRequests idempotency) {
        this.packages = packages;
        this.createPackage = createPackage;
        this.editPackage = editPackage;
        this.idempotency = idempotency;
    }

    @PostMapping
    @Operation(summary = "Puts a package on offer; the annual price is 12 months less 15 percent")
    ResponseEntity<?> create(Caller caller, IdempotencyKey key, @Valid @RequestBody PackageRequest request) {
        caller.require("packages:create");
        return idempotency.once(key, request, () -> {
            PackageVersion made = createPackage.create(request.terms(), caller.userId());
            return ResponseEntity.created(URI.create("/api/v1/packages/" + made.packageId()))
                    .eTag(VersionTag.of(made.version()))
                    .body(PackageView.of(made));
        });
    }

    @GetMapping
    @Operation(summary = "The current version of every package that is offered to the caller")
    Page<PackageView> list(Caller caller, PageRequest page) {
        caller.require("packages:read");
        return Page.of(packages.page(visibleTo(caller), page.before(), page.limit()), page, PackageVersion::packageId)
                .map(PackageView::of);
    }

    @GetMapping("/{packageId}")
    @Operation(summary = "The current version of a package; its ETag names the version")
    ResponseEntity<PackageView> get(Caller caller, @PathVariable UUID packageId) {
        caller.require("packages:read");
        PackageVersion current = packages.current(packageId)
                .filter(version -> visibleTo(caller).contains(version.terms().visibility()))
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND, "There is no such package."));
        return ResponseEntity.ok().eTag(VersionTag.of(current.version())).body(PackageView.of(current));
    }

    @PutMapping("/{packageId}")
    @Operation(summary = "Makes a new version of a package; subscribers keep the one they bought")
    ResponseEntity<PackageView> edit(
            Caller caller,
            @PathVariable UUID packageId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody PackageRequest request) {
        caller.require("packages:update");
        PackageVersion next =
                editPackage.edit(packageId, VersionTag.expected(ifMatch), request.terms(), caller.userId());
        return ResponseEntity.ok().eTag(VersionTag.of(next.version())).body(PackageView.of(next));
    }

    private static Set<Visibility> visibleTo(Caller caller) {
        return caller.isStaff() || caller.tier() == Tier.SUBDEALER
                ? EnumSet.allOf(Visibility.class)
                : EnumSet.of(Visibility.PUBLIC);
    }
}
