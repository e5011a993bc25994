package ai.whatsflow.contact.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Guesses the region whose national numbers an account writes: the country of its time zone (tzdata's zone.tab), else
 * the country that issues its currency (ISO 4217 codes begin with it).
 */
public final class HomeRegion {

    private static final Map<String, String> BY_ZONE = readZones();

    private HomeRegion() {}

    /** Empty when neither tells, as with UTC and euros: then only international numbers are understood. */
    public static Optional<String> of(String timeZone, String currency) {
        String byZone = BY_ZONE.get(timeZone);
        return byZone == null ? Optional.ofNullable(issuer(currency)) : Optional.of(byZone);
    }

    private static @Nullable String issuer(String currency) {
        String region = currency.substring(0, 2);
        try {
            Currency used = Currency.getInstance(Locale.of("", region));
            return used != null && used.getCurrencyCode().equals(currency) ? region : null;
        } catch (IllegalArgumentException noCountry) {
            return null;
        }
    }

    private static Map<String, String> readZones() {
        try (var lines = HomeRegion.class.getResourceAsStream("zone-regions.tsv")) {
            if (lines == null) {
                throw new IllegalStateException("zone-regions.tsv is not on the class path");
            }
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", 2))
                    .collect(Collectors.toUnmodifiableMap(columns -> columns[0], columns -> columns[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
