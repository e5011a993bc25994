package ai.whatsflow.voucher.redemption.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressTests {
    @ParameterizedTest
    @CsvSource(textBlock = """
            203.0.113.9,                  203.0.113.9
            '6.6.6.6, 203.0.113.9',       203.0.113.9
            '6.6.6.6,2001:db8::1 ',       2001:db8::1
            """)
    void believesOnlyWhatTheGatewayAppended(String header, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("X-Forwarded-For", header);
        assertThat(ClientAddress.of(request)).contains(address);
    }

    @Test
    void knowsNoneWithoutTheHeader() {
        assertThat(ClientAddress.of(new MockHttpServletRequest())).isEmpty();
    }
}
