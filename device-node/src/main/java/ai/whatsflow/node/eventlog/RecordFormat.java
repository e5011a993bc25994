package ai.whatsflow.node.eventlog;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** A record on disk: length of the payload, CRC-32C over seq and payload, seq, payload; big-endian. */
final class RecordFormat {

    static final int HEADER = Integer.BYTES + Integer.BYTES + Long.BYTES;
    static final int MAX_PAYLOAD = 1024 * 1024;

    private RecordFormat() {}

    static void write(ByteBuffer into, LogRecord record) {
        into.putInt(record.payload().length)
                .putInt(checksum(record.seq(), record.payload()))
                .putLong(record.seq())
                .put(record.payload());
    }

    /** The record at the buffer's position, or null (position unchanged) when there is no whole and sound one. */
    static @Nullable LogRecord read(ByteBuffer from) {
        int start = from.position();
        if (from.remaining() >= HEADER) {
            int length = from.getInt();
            int checksum = from.getInt();
            long seq = from.getLong();
            if (length >= 0 && length <= MAX_PAYLOAD && length <= from.remaining()) {
                byte[] payload = new byte[length];
                from.get(payload);
                if (checksum(seq, payload) == checksum) {
                    return new LogRecord(seq, payload);
                }
            }
        }
        from.position(start);
        return null;
    }

    private static int checksum(long seq, byte[] payload) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seq));
        crc.update(payload);
        return (int) crc.getValue();
    }
}
