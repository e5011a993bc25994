package ai.whatsflow.voucher.code;

import ai.whatsflow.platform.encryption.Sealer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Seals a code to its voucher: sealed bytes moved to another row do not open. */
@Component
public class CodeVault {
    private final Sealer sealer;

    CodeVault(Sealer sealer) {
        this.sealer = sealer;
    }

    public byte[] seal(UUID voucherId, VoucherCode code) {
        return sealer.seal(code.canonical().getBytes(StandardCharsets.US_ASCII), context(voucherId));
    }

    /** @throws IllegalStateException if what is stored is not a code */
    public VoucherCode open(UUID voucherId, byte[] sealed) {
        String canonical = new String(sealer.open(sealed, context(voucherId)), StandardCharsets.US_ASCII);
        return VoucherCode.read(canonical)
                .orElseThrow(() -> new IllegalStateException("Voucher " + voucherId + " holds no code"));
    }

    private static String context(UUID voucherId) {
        return "voucher/" + voucherId;
    }
}
