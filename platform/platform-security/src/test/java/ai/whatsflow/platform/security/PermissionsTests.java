package ai.whatsflow.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionsTests {

    @ParameterizedTest
    @CsvSource({
        "messages:create, messages:create, true",
        "messages:*, messages:create, true",
        "*:read, messages:read, true",
        "*:*, anything:else, true",
        "messages:create, messages:read, false",
        "*:read, messages:create, false",
        "message:*, messages:create, false",
    })
    void grantsWhatIsCovered(String granted, String wanted, boolean expected) {
        assertThat(Permissions.grant(Set.of(granted), wanted)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "*:*, messages:create, messages:create",
        "messages:*, *:read, messages:read",
        "messages:read, messages:read, messages:read",
        "messages:read, contacts:read, ''",
        "messages:create, *:read, ''",
    })
    void intersectsToWhatBothGrant(String left, String right, String both) {
        assertThat(Permissions.intersect(Set.of(left), Set.of(right)))
                .isEqualTo(both.isEmpty() ? Set.of() : Set.of(both));
        assertThat(Permissions.intersect(Set.of(right), Set.of(left)))
                .isEqualTo(both.isEmpty() ? Set.of() : Set.of(both));
    }
}
