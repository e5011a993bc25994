package ai.whatsflow.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.platform.test.Seeds;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathGuardTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/messages",
                "/api/v1/messages/",
                "/api/v1/contacts/%2B94771234567",
                "/api/v1/a.b/..c/d..",
                "/v3/api-docs/identity",
                "/"
            })
    void acceptsPlainPaths(String path) {
        assertThat(PathGuard.accepts(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api/v1/messages",
                "/api/v1/messages/../../internal/v1/jwks.json",
                "/api/v1/messages/..",
                "/api/v1/./messages",
                "/api/v1//messages",
                "/api/v1/messages/%2e%2e/%2E%2E/internal",
                "/api/v1/messages/..%2f..%2finternal",
                "/api/v1/messages/%5c..",
                "/api/v1/messages/%252e%252e",
                "/api/v1/messages;/../x",
                "/api/v1/messages/%3bx",
                "/api/v1/mess\\ages",
                "/api/v1/messages/%00",
                "/api/v1/messages/%0d%0a",
                "/api/v1/messages/%",
                "/api/v1/messages/%2",
                "/api/v1/messages/%zz",
                "/api/v1/messäges"
            })
    void refusesWhatAServiceCouldReadDifferently(String path) {
        assertThat(PathGuard.accepts(path)).isFalse();
    }

    @Test
    void nothingAcceptedHasAnotherFormOnceDecoded() {
        String alphabet = "ab./%25e2fF\\;+-0d";
        Seeds.check(5_000, random -> {
            StringBuilder built = new StringBuilder("/");
            for (int i = random.nextInt(12); i > 0; i--) {
                built.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String path = built.toString();
            if (PathGuard.accepts(path)) {
                String decoded = URLDecoder.decode(path, StandardCharsets.ISO_8859_1);
                assertThat(decoded.chars().filter(character -> character == '/').count())
                        .isEqualTo(path.chars()
                                .filter(character -> character == '/')
                                .count());
                assertThat(decoded.substring(1).split("/")).doesNotContain(".", "..");
                assertThat(decoded).doesNotContain("//", "\\", ";", "%");
            }
        });
    }
}
