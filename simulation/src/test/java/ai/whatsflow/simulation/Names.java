package ai.whatsflow.simulation;

import java.util.UUID;

/** Ids that sort as they were made and read short in a trace. */
final class Names {

    private static final long VERSION_7 = 0x0190_0000_0000_7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Names() {}

    static UUID id(char kind, long number) {
        return new UUID(VERSION_7 | kind, VARIANT | number);
    }

    static String of(UUID id) {
        return (char) (id.getMostSignificantBits() & 0xff) + "" + (id.getLeastSignificantBits() & ~VARIANT);
    }
}
