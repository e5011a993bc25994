package ai.whatsflow.fault.proxy;

/**
 * What is wrong with a link.
 *
 * @param amount what the kind makes of it
 * @param seed of every choice the fault makes
 */
public record Fault(Kind kind, Direction direction, int amount, long seed) {

    /** The ways in which a network fails. */
    public enum Kind {
        /** Every chunk arrives up to {@code amount} milliseconds late, in order. */
        DELAY,
        /** At most {@code amount} bytes a second pass on each connection. */
        THROTTLE,
        /** Each chunk is lost with {@code amount} percent, and its connection says nothing from then on. */
        DROP,
        /** Open connections are reset at once, new ones after at most {@code amount} bytes. */
        RESET,
        /** The far end of every open connection is closed and the near end not told; new connections are well. */
        HALF_OPEN,
        /** Nothing passes, nobody is told; what was on its way arrives when the fault ends. */
        BLACK_HOLE
    }

    public Fault {
        if (amount < 0 || (kind == Kind.THROTTLE && amount == 0) || (kind == Kind.DROP && amount > 100)) {
            throw new IllegalArgumentException(kind + " by " + amount);
        }
    }

    /** The form in which a fault travels to the proxy: {@code DELAY BOTH 200 42}. */
    public static Fault parse(String line) {
        String[] words = line.strip().split(" ");
        return new Fault(
                Kind.valueOf(words[0]),
                Direction.valueOf(words[1]),
                Integer.parseInt(words[2]),
                Long.parseLong(words[3]));
    }

    public String line() {
        return kind + " " + direction + " " + amount + " " + seed;
    }
}
