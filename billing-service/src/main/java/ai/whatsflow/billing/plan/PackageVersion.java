package ai.whatsflow.billing.plan;

import ai.whatsflow.platform.money.Money;
import java.util.Locale;
import java.util.UUID;

/** One version of a package; it never changes. */
public record PackageVersion(UUID packageId, int version, PackageTerms terms, Money annualPrice) {

    static PackageVersion first(UUID packageId, PackageTerms terms) {
        return new PackageVersion(packageId, 1, terms, AnnualPrice.of(terms.monthlyPrice()));
    }

    PackageVersion edited(PackageTerms newTerms) {
        return new PackageVersion(packageId, version + 1, newTerms, AnnualPrice.of(newTerms.monthlyPrice()));
    }

    public Money price(Cycle cycle) {
        return switch (cycle) {
            case MONTHLY -> terms.monthlyPrice();
            case ANNUAL -> annualPrice;
        };
    }

    /** The name in lower case with dashes, for programs: {@code Business Plus} is {@code business-plus}. */
    public String slug() {
        String slug = terms.name()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return slug.isEmpty() ? "package" : slug;
    }
}
