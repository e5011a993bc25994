package ai.whatsflow.payhere.simulator.notification;

/**
 * How the notifications of one payment go wrong. The tampered copy is always the last of them.
 *
 * @param copies how many are posted; 0 = the payment happened and nobody is told
 * @param concurrently all copies leave at the same moment, each on a connection of its own
 */
public record Misbehaviour(int copies, boolean concurrently, Tampering tamperingOfOne) {
    public static Misbehaviour none() {
        return new Misbehaviour(1, false, Tampering.NONE);
    }
}
