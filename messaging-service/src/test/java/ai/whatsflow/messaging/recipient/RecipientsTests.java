package ai.whatsflow.messaging.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.platform.test.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientsTests {

    @ParameterizedTest
    @CsvSource({
        "+94771234567, +94771234567",
        "+94 77 123 4567, +94771234567",
        "+1 (202) 555-0143, +12025550143",
        "+447700900123, +447700900123",
    })
    void readsInternationalNumbers(String typed, String expected) {
        assertThat(Recipients.read(typed)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "+94",
                "0771234567",
                "94771234567",
                "+999123456789",
                "+0771234567",
                "+494806",
                "+4967815035811001",
                "+49 4806",
                "+94771234567890123"
            })
    void refusesEverythingElse(String typed) {
        assertThat(Recipients.read(typed)).isEmpty();
    }

    @Test
    void answersNothingThatIsNotE164() {
        String alphabet = "+0123456789 ()-a\u0660";
        Seeds.check(2_000, random -> {
            StringBuilder typed = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--) {
                typed.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Recipients.read(typed.toString())
                    .ifPresent(number -> assertThat(number).matches("\\+[1-9][0-9]{6,14}"));
        });
    }
}
