package ai.whatsflow.simulator.network;

import java.time.Instant;

/** Something a device must hear and acknowledge: kept, and sent again after each reconnect, until it did. */
public sealed interface Push {

    /** Rises by one per device; the device acknowledges "everything through n". */
    long seq();

    record Receipt(long seq, String whatsappId, ReceiptStatus status, Instant at) implements Push {}

    record Inbound(long seq, String whatsappId, PhoneNumber from, String text, Instant at) implements Push {}

    enum ReceiptStatus {
        DELIVERED,
        READ
    }
}
