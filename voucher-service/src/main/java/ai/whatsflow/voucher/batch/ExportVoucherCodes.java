package ai.whatsflow.voucher.batch;

import ai.whatsflow.voucher.code.CodeVault;
import com.fasterxml.uuid.NoArgGenerator;
import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Hands out the plain codes of a batch, after writing down who took them. */
@Service
public class ExportVoucherCodes {
    private static final int PAGE = 1_000;

    private final Vouchers vouchers;
    private final CodeVault vault;
    private final CodeExports exports;
    private final NoArgGenerator ids;
    private final Clock clock;

    ExportVoucherCodes(Vouchers vouchers, CodeVault vault, CodeExports exports, NoArgGenerator ids, Clock clock) {
        this.vouchers = vouchers;
        this.vault = vault;
        this.exports = exports;
        this.ids = ids;
        this.clock = clock;
    }

    public CodeExport export(VoucherBatch batch, UUID userId) {
        exports.add(ids.generate(), batch, userId, clock.instant());
        return csv -> write(batch, csv);
    }

    private void write(VoucherBatch batch, Writer csv) throws IOException {
        String rest = ",%s,%s,%s,"
                .formatted(batch.value().amount(), batch.value().currency().getCurrencyCode(), text(batch.expiresAt()));
        csv.write("code,value,currency,expiresAt,used\r\n");
        @Nullable UUID last = null;
        List<Vouchers.Row> page;
        do {
            page = vouchers.page(batch.id(), last, PAGE);
            for (Vouchers.Row row : page) {
                csv.write(vault.open(row.id(), row.sealedCode()).printed() + rest + row.used() + "\r\n");
                last = row.id();
            }
        } while (page.size() == PAGE);
        csv.flush();
    }

    private static String text(@Nullable Instant instant) {
        return instant == null ? "" : instant.toString();
    }
}
