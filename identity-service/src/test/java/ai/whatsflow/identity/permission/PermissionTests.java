package ai.whatsflow.identity.permission;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.platform.security.Permissions;
import ai.whatsflow.platform.test.Seeds;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionTests {

    @ParameterizedTest
    @CsvSource({
        "*:*, *:*, true",
        "*:*, messages:create, true",
        "messages:*, messages:create, true",
        "messages:*, messages:*, true",
        "*:read, ledger:read, true",
        "messages:create, messages:create, true",
        "messages:create, messages:*, false",
        "messages:*, *:*, false",
        "*:read, *:*, false",
        "*:read, messages:create, false",
        "messages:*, contacts:read, false",
        "ledger:read, *:read, false",
    })
    void isCoveredOnlyByWhatIsAsWide(String held, String wanted, boolean covered) {
        assertThat(Permission.covered(wanted, Set.of(held))).isEqualTo(covered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "messages", "messages:", ":read", "a:b:c", "Messages:read", "messages:read\n", "*"})
    void readsNothingElse(String text) {
        assertThat(Permission.parse(text)).isEmpty();
        assertThat(Permission.covered(text, Set.of("*:*"))).isFalse();
    }

    @Test
    void agreesWithWhatServicesCheck() {
        List<String> words = List.of("messages", "contacts", "ledger", "*");
        List<String> actions = List.of("create", "read", "*");
        Seeds.check(500, random -> {
            String held = words.get(random.nextInt(4)) + ":" + actions.get(random.nextInt(3));
            String wanted = words.get(random.nextInt(3)) + ":" + actions.get(random.nextInt(2));
            assertThat(Permission.covered(wanted, Set.of(held))).isEqualTo(Permissions.grant(Set.of(held), wanted));
        });
    }

    @Test
    void everyBuiltInSetHoldsPermissionsThatExist() {
        assertThat(Stream.of(BuiltInPermissionSet.values()).flatMap(set -> set.permissions().stream()))
                .allMatch(PermissionCatalogue::knows);
    }

    @Test
    void theOwnersSetCoversEveryOther() {
        assertThat(BuiltInPermissionSet.values())
                .allMatch(set -> Permission.covered(set.permissions(), BuiltInPermissionSet.SUPER_ADMIN.permissions()));
    }

    @Test
    void supportReadsAllButTheLedger() {
        List<String> support = BuiltInPermissionSet.SUPPORT_ADMIN.permissions();
        assertThat(support).allMatch(permission -> permission.endsWith(":read")).doesNotContain("ledger:read");
        assertThat(support).hasSize(PermissionCatalogue.modules().size() - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"payments:confirm", "payouts:pay", "servers:maintain", "*:read", "messages:*", "*:*"})
    void theCatalogueKnows(String permission) {
        assertThat(PermissionCatalogue.knows(permission)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages:confirm", "nothing:read", "*:fly", "payments:pay"})
    void theCatalogueDoesNotKnow(String permission) {
        assertThat(PermissionCatalogue.knows(permission)).isFalse();
    }
}
