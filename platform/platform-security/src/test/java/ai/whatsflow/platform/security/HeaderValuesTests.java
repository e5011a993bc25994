package ai.whatsflow.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Compared with what it stands in for. */
class HeaderValuesTests {

    private final StrictHttpFirewall springs = new StrictHttpFirewall();

    @Test
    void allowsWhatSpringAllows() {
        for (int c = 0; c <= 0xffff; c++) {
            String value = "a" + (char) c + "b";
            assertThat(HeaderValues.isAllowed(value)).as("U+%04X", c).isEqualTo(springAllows(value));
        }
        assertThat(HeaderValues.isAllowed("")).isTrue();
    }

    private boolean springAllows(String value) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.addHeader("X", value);
        try {
            springs.getFirewalledRequest(request).getHeader("X");
            return true;
        } catch (RequestRejectedException rejected) {
            return false;
        }
    }
}
