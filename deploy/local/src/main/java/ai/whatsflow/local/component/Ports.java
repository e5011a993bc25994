package ai.whatsflow.local.component;

import java.util.Arrays;

/** The ports of one platform; the offset lets a second one run beside the first. */
public record Ports(int offset) {

    public Ports {
        int highest = Arrays.stream(Port.values()).mapToInt(Port::number).max().orElseThrow();
        if (offset < 0 || highest + offset > 65_535) {
            throw new IllegalArgumentException(
                    "WHATSFLOW_PORT_OFFSET must be between 0 and " + (65_535 - highest) + ", not " + offset);
        }
    }

    public static Ports fromEnvironment() {
        String offset = System.getenv("WHATSFLOW_PORT_OFFSET");
        return new Ports(offset == null || offset.isBlank() ? 0 : Integer.parseInt(offset.strip()));
    }

    public int of(Port port) {
        return port.number() + offset;
    }

    public String url(Port port) {
        return "http://127.0.0.1:" + of(port);
    }

    /** Nodes count from 1. */
    public int ofNode(int number) {
        return of(Port.FIRST_NODE) + number - 1;
    }
}
