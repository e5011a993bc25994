package ai.whatsflow.billing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.platform.money.Money;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PackageVersionTests {

    private static final Limits LIMITS = new Limits(1, null, 100, 10, 5);

    @Test
    void anEditIsANewVersionOfTheSamePackage() {
        PackageVersion first = PackageVersion.first(UUID.randomUUID(), terms("Business Plus!", "100.00"));
        PackageVersion second = first.edited(terms("Business", "200.00"));

        assertThat(second.packageId()).isEqualTo(first.packageId());
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.price(Cycle.MONTHLY)).isEqualTo(Money.of("200.00", "LKR"));
        assertThat(second.price(Cycle.ANNUAL)).isEqualTo(Money.of("2040.00", "LKR"));
        assertThat(first.price(Cycle.ANNUAL)).isEqualTo(Money.of("1020.00", "LKR"));
    }

    @Test
    void hasANameForPrograms() {
        assertThat(PackageVersion.first(UUID.randomUUID(), terms("Business Plus!", "1.00"))
                        .slug())
                .isEqualTo("business-plus");
        assertThat(PackageVersion.first(UUID.randomUUID(), terms("සිංහල", "1.00"))
                        .slug())
                .isEqualTo("package");
    }

    private static PackageTerms terms(String name, String monthly) {
        return new PackageTerms(name, null, Money.of(monthly, "LKR"), LIMITS, Features.NONE, Visibility.PUBLIC);
    }
}
