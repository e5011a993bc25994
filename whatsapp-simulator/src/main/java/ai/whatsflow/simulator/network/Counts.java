package ai.whatsflow.simulator.network;

/**
 * What really happened, as WhatsApp saw it.
 *
 * @param rawSends every send that arrived from a linked device, duplicates and refused ones included
 * @param distinctSends WhatsApp ids accepted for the first time
 * @param deliveredToRecipients messages put into a recipient's inbox
 * @param conflicts times a second live socket of a device replaced the first
 */
public record Counts(
        long rawSends,
        long distinctSends,
        long deliveredToRecipients,
        long readByRecipients,
        long duplicatesRefused,
        long refused,
        long conflicts) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

    Counts plus(Counts other) {
        return new Counts(
                rawSends + other.rawSends,
                distinctSends + other.distinctSends,
                deliveredToRecipients + other.deliveredToRecipients,
                readByRecipients + other.readByRecipients,
                duplicatesRefused + other.duplicatesRefused,
                refused + other.refused,
                conflicts + other.conflicts);
    }
}
