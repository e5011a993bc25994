package ai.whatsflow.identity.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTests {

    @ParameterizedTest
    @CsvSource({
        "Anna Perera, Anna, Perera",
        "Anna, Anna, ''",
        "Anna Maria de Silva, Anna Maria de, Silva",
        "Perera & Sons (Pvt) Ltd, Perera Sons Pvt, Ltd",
        "O'Brien Jr., O'Brien, Jr.",
        "'<script>', script, ''",
        "'$$$', '', ''",
    })
    void keepsWhatKeycloakTakes(String name, String first, String last) {
        assertThat(PersonName.of(name)).isEqualTo(new PersonName(first, last));
    }
}
