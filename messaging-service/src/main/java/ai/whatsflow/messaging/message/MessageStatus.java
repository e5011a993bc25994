package ai.whatsflow.messaging.message;

import java.util.Arrays;

/**
 * What is known of a message. The rank decides: a status only rises, so reports may come late, twice and in any order.
 * A message that ran out of time or failed is lifted by proof that it was sent after all.
 */
public enum MessageStatus {
    QUEUED(0),
    EXPIRED(1),
    FAILED(2),
    SENT(3),
    DELIVERED(4),
    READ(5);

    private final int rank;

    MessageStatus(int rank) {
        this.rank = rank;
    }

    /** How it is stored; never changes its meaning. */
    public int rank() {
        return rank;
    }

    public boolean rises(MessageStatus to) {
        return to.rank > rank;
    }

    public MessageStatus risenBy(MessageStatus report) {
        return rises(report) ? report : this;
    }

    public static MessageStatus ofRank(int rank) {
        return Arrays.stream(values())
                .filter(status -> status.rank == rank)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no status of rank " + rank));
    }
}
