package ai.whatsflow.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.platform.security.Tier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountStatusTests {

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, ACTIVE, false",
        "ACTIVE, SUSPENDED, true",
        "ACTIVE, CLOSED, true",
        "SUSPENDED, ACTIVE, true",
        "SUSPENDED, SUSPENDED, true",
        "SUSPENDED, CLOSED, true",
        "CLOSED, ACTIVE, false",
        "CLOSED, SUSPENDED, false",
        "CLOSED, CLOSED, false",
    })
    void changesOnlyAsTheTableSays(AccountStatus from, AccountStatus to, boolean allowed) {
        assertThat(from.canBecome(to)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "OWNER, SUBDEALER, true",
        "OWNER, CUSTOMER, true",
        "OWNER, OWNER, false",
        "OWNER, EMPLOYEE, false",
        "SUBDEALER, SUBDEALER, false",
        "SUBDEALER, CUSTOMER, true",
        "EMPLOYEE, SUBDEALER, false",
        "EMPLOYEE, CUSTOMER, false",
        "CUSTOMER, SUBDEALER, false",
        "CUSTOMER, CUSTOMER, false",
    })
    void eachTierRegistersOnlyWhatTheTableSays(Tier caller, Tier wanted, boolean allowed) {
        assertThat(RegisterAccount.allowed(caller, wanted)).isEqualTo(allowed);
    }
}
