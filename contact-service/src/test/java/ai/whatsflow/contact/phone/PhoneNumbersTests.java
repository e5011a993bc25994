package ai.whatsflow.contact.phone;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.platform.test.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTests {

    @ParameterizedTest
    @CsvSource({
        "077 123 4567, LK, +94771234567",
        "+94 (77) 123-4567, , +94771234567",
        "0094771234567, LK, +94771234567",
        "07700 900123, GB, +447700900123",
        "(202) 555-0143, US, +12025550143",
        "98765 43210, IN, +919876543210",
        "٠٧٧١٢٣٤٥٦٧, LK, +94771234567",
    })
    void readsWhatPeopleType(String typed, String region, String expected) {
        assertThat(PhoneNumbers.toE164(typed, region)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "123",
                "+94",
                "+999123456789",
                "077123456789012345",
                "0771234567 ext. 5",
                "+494806",
                "+4967815035811001"
            })
    void refusesWhatIsNoNumber(String typed) {
        assertThat(PhoneNumbers.toE164(typed, "LK")).isEmpty();
    }

    @Test
    void readsNationalNumbersOnlyWithARegion() {
        assertThat(PhoneNumbers.toE164("0771234567", null)).isEmpty();
    }

    @Test
    void isStableOnItsOwnOutput() {
        Seeds.check(500, random -> {
            String typed = "0" + (70 + random.nextInt(9)) + "%07d".formatted(random.nextInt(10_000_000));
            String once = PhoneNumbers.toE164(typed, "LK").orElseThrow();
            assertThat(once).matches("\\+[1-9][0-9]{6,14}");
            assertThat(PhoneNumbers.toE164(once, null)).contains(once);
        });
    }

    @Test
    void answersNothingThatTheContractsRefuse() {
        String alphabet = "+0123456789 ()-a\u0660";
        String[] regions = {null, "LK", "DE", "US", "GB", "IN", "AD", "SB"};
        Seeds.check(3_000, random -> {
            StringBuilder typed = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--) {
                typed.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            PhoneNumbers.toE164(typed.toString(), regions[random.nextInt(regions.length)])
                    .ifPresent(number -> assertThat(number).matches("\\+[1-9][0-9]{6,14}"));
        });
    }
}
