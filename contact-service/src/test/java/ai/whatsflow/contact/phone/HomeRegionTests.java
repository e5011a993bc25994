package ai.whatsflow.contact.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomeRegionTests {

    @ParameterizedTest
    @CsvSource({
        "Asia/Colombo, LKR, LK",
        "Asia/Dubai, LKR, AE",
        "UTC, LKR, LK",
        "UTC, USD, US",
        "Asia/Calcutta, INR, IN",
    })
    void trustsTheTimeZoneThenTheCurrency(String zone, String currency, String region) {
        assertThat(HomeRegion.of(zone, currency)).contains(region);
    }

    @Test
    void admitsThatItCannotTell() {
        assertThat(HomeRegion.of("UTC", "EUR")).isEmpty();
        assertThat(HomeRegion.of("UTC", "XAU")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LK", "IN", "GB", "US", "BR"})
    void namesRegionsThatAreKnown(String region) {
        assertThat(PhoneNumbers.knowsRegion(region)).isTrue();
    }
}
