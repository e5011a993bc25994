package ai.whatsflow.instance.instance.web;

import ai.whatsflow.instance.instance.QrCode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** The code to scan, the n-th of so many. */
@Schema(name = "QrCode")
record QrResponse(
        @Schema(example = "2@kX9…") String code,
        @Schema(example = "1") int attempt,
        @Schema(example = "6") int of,
        Instant expiresAt) {

    static QrResponse of(QrCode qr) {
        return new QrResponse(qr.code(), qr.attempt(), qr.of(), qr.expiresAt());
    }

    @Override
    public String toString() {
        return "QrResponse[hidden]";
    }
}
