package ai.whatsflow.voucher.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CodeHashTests {
    private final VoucherCode code = VoucherCode.read("0000-0000-0000-0").orElseThrow();

    /** The expected value was made with {@code printf 0000000000000 | openssl dgst -sha256 -hmac pepper-pepper-1}. */
    @Test
    void isTheHmacOfTheCanonicalCodeUnderThePepper() {
        assertThat(HexFormat.of().formatHex(hash("pepper-pepper-1"))).isEqualTo(EXPECTED);
    }

    @Test
    void isAnotherOneUnderAnotherPepper() {
        assertThat(hash("pepper-pepper-2")).isNotEqualTo(hash("pepper-pepper-1"));
    }

    private byte[] hash(String pepper) {
        return new CodeHash(new CodeProperties(pepper)).of(code);
    }

    private static final String EXPECTED = "03057ba716ea2d5141552113a3dbddf21a66b5fa1b1abce6c9253a5a301a27ad";
}
