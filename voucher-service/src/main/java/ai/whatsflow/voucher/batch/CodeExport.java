package ai.whatsflow.voucher.batch;

import java.io.IOException;
import java.io.Writer;

/** Writes the codes of one batch in plain text, as CSV. Reads in pages, so a large batch needs little memory. */
@FunctionalInterface
public interface CodeExport {
    void writeTo(Writer csv) throws IOException;
}
