package ai.whatsflow.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/** Compared with what it stands in for. */
class HeaderBearerTokenTests {

    private final BearerTokenResolver ours = new HeaderBearerToken();
    private final BearerTokenResolver springs = new DefaultBearerTokenResolver();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer a.b.c",
                "bearer a",
                "BEARER a==",
                "Bearer =",
                "Bearer ",
                "Bearer",
                "Bearera",
                "Bearer a=b",
                "Bearer  a",
                "Bearer a ",
                "Bearer a b",
                "Bearer é",
                "Basic a",
                "",
                "Bear",
                "Bearer\ta",
                "Bearer -._~+/="
            })
    void readsWhatSpringReads(String header) {
        assertThat(read(ours, header)).isEqualTo(read(springs, header));
    }

    @Test
    void readsRandomHeadersAsSpringDoes() {
        String letters = "Bearer abzAZ09-._~+/==é\t";
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder header = new StringBuilder(random.nextInt(3) == 0 ? "" : "Bearer ");
            random.ints(random.nextInt(8), 0, letters.length()).forEach(at -> header.append(letters.charAt(at)));
            assertThat(read(ours, header.toString())).as(header.toString()).isEqualTo(read(springs, header.toString()));
        }
    }

    @Test
    void findsNoTokenWhereThereIsNoHeader() {
        assertThat(ours.resolve(new MockHttpServletRequest())).isNull();
    }

    private static String read(BearerTokenResolver resolver, String header) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Authorization", header);
        try {
            return "token " + resolver.resolve(request);
        } catch (OAuth2AuthenticationException refused) {
            return refused.getError().toString();
        }
    }
}
