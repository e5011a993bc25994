package ai.whatsflow.identity.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTextTests {

    @Test
    void isMadeOfAMarkANameAndASecret() {
        ApiKeyText key = ApiKeyText.generate();
        assertThat(key.reveal()).matches("wf_[0-9A-Za-z]{55}").startsWith(key.prefix());
        assertThat(key.prefix()).hasSize(15);
        assertThat(ApiKeyText.parse(key.reveal()).orElseThrow().reveal()).isEqualTo(key.reveal());
    }

    @Test
    void neverComesTwice() {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            assertThat(keys.add(ApiKeyText.generate().reveal())).isTrue();
        }
    }

    @Test
    void doesNotPrintItsSecret() {
        ApiKeyText key = ApiKeyText.generate();
        assertThat(key.toString()).doesNotContain(key.reveal().substring(15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wf_", "wf_short", "xx_0123456789012345678901234567890123456789012345678901234"})
    void readsNothingElse(String text) {
        assertThat(ApiKeyText.parse(text)).isEmpty();
    }

    @Test
    void readsNoLineBreak() {
        assertThat(ApiKeyText.parse(ApiKeyText.generate().reveal() + "\n")).isEmpty();
    }
}
