package ai.whatsflow.voucher.batch;

import ai.whatsflow.voucher.code.CodeHash;
import ai.whatsflow.voucher.code.CodeVault;
import ai.whatsflow.voucher.code.VoucherCode;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Draws codes and gives them out hashed and sealed. */
@Component
class VoucherPress {
    private final RandomGenerator random;
    private final NoArgGenerator ids;
    private final CodeHash hash;
    private final CodeVault vault;

    VoucherPress(RandomGenerator random, NoArgGenerator ids, CodeHash hash, CodeVault vault) {
        this.random = random;
        this.ids = ids;
        this.hash = hash;
        this.vault = vault;
    }

    List<Vouchers.Sealed> make(int count) {
        return Stream.generate(this::make).limit(count).toList();
    }

    private Vouchers.Sealed make() {
        UUID id = ids.generate();
        VoucherCode code = VoucherCode.random(random);
        return new Vouchers.Sealed(id, hash.of(code), vault.seal(id, code));
    }
}
