package ai.whatsflow.messaging.message;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** UUIDv7 (RFC 9562) for messages and batches: their order is the order of acceptance, their time finds a partition. */
@Component
public class MessageIds {

    private final TimeBasedEpochGenerator generator;

    MessageIds(Clock clock) {
        generator = Generators.timeBasedEpochGenerator(new SecureRandom(), new UUIDClock() {
            @Override
            public long currentTimeMillis() {
                return clock.millis();
            }
        });
    }

    public UUID next() {
        return generator.generate();
    }

    /**
     * The id of the message to a recipient of a group batch: always the same one, so that the primary key keeps a
     * recipient from being written to twice.
     */
    public static UUID inBatch(UUID batchId, Instant accepted, String recipient) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(16)
                    .putLong(batchId.getMostSignificantBits())
                    .putLong(batchId.getLeastSignificantBits())
                    .array());
            ByteBuffer bits = ByteBuffer.wrap(digest.digest(recipient.getBytes(StandardCharsets.US_ASCII)));
            return assemble(accepted, bits.getLong(), bits.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Sorts before every id made at or after that moment, and after every one made before. */
    public static UUID floor(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16, 0);
    }

    private static UUID assemble(Instant time, long high, long low) {
        return new UUID(
                time.toEpochMilli() << 16 | 0x7000 | high & 0x0FFF,
                0x8000_0000_0000_0000L | low & 0x3FFF_FFFF_FFFF_FFFFL);
    }
}
