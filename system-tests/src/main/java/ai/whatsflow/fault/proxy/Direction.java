package ai.whatsflow.fault.proxy;

/** Which way bytes travel; the client is who opened the connection. */
public enum Direction {
    TO_SERVER,
    TO_CLIENT,
    BOTH;

    boolean covers(Direction way) {
        return this == BOTH || this == way;
    }

    Direction opposite() {
        return this == TO_SERVER ? TO_CLIENT : TO_SERVER;
    }
}
