package ai.whatsflow.node.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SessionMachineTests {

    /** phase | signal | next phase | effects | report (reason); every pair that is not listed changes nothing. */
    private static final String TABLE = """
            STARTING   | LEASE_GRANTED     | LOADING    | LOAD_STATE            |
            FENCED     | LEASE_GRANTED     | LOADING    | LOAD_STATE            |
            CHECKING   | LEASE_GRANTED     | WAITING    | CLOSE RETRY_LATER     |
            STARTING   | LEASE_RUNNING_OUT | FENCED     |                       |
            LOADING    | LEASE_RUNNING_OUT | FENCED     | CLOSE                 | RECONNECTING (lease-not-renewed)
            CONNECTING | LEASE_RUNNING_OUT | FENCED     | CLOSE                 | RECONNECTING (lease-not-renewed)
            PAIRING    | LEASE_RUNNING_OUT | FENCED     | CLOSE                 | RECONNECTING (lease-not-renewed)
            ONLINE     | LEASE_RUNNING_OUT | FENCED     | CLOSE                 | RECONNECTING (lease-not-renewed)
            WAITING    | LEASE_RUNNING_OUT | FENCED     | CLOSE                 | RECONNECTING (lease-not-renewed)
            CHECKING   | LEASE_RUNNING_OUT | FENCED     | CLOSE                 | RECONNECTING (lease-not-renewed)
            *          | LEASE_GONE        | ENDED      | CLOSE                 | STOPPED (lease-lost)
            *          | STATE_STALE       | ENDED      | CLOSE                 | STOPPED (stale-epoch)
            *          | STOP              | ENDED      | CLOSE RELEASE_LEASE   | STOPPED (requested)
            *          | SHUTDOWN          | ENDED      | CLOSE RELEASE_LEASE   | STOPPED (node-shutdown)
            LOADING    | STATE_FOUND       | CONNECTING | OPEN                  | CONNECTING
            LOADING    | STATE_ABSENT      | CONNECTING | OPEN                  |
            LOADING    | STATE_UNAVAILABLE | WAITING    | CLOSE RETRY_LATER     | RECONNECTING (vault-unavailable)
            WAITING    | RETRY_DUE         | LOADING    | LOAD_STATE            |
            open       | QR_ISSUED         | PAIRING    |                       | QR
            open       | LINKED            | CONNECTING |                       | CONNECTING (linked)
            open       | CONNECTED         | ONLINE     |                       | ONLINE
            open       | SOCKET_LOST       | WAITING    | CLOSE RETRY_LATER     | RECONNECTING (connection-lost)
            open       | CONFLICT          | CHECKING   | CLOSE RENEW_LEASE     | RECONNECTING (conflict)
            open       | LOGGED_OUT        | ENDED      | CLOSE RELEASE_LEASE   | LOGGED_OUT (logged-out)
            open       | BANNED            | ENDED      | CLOSE RELEASE_LEASE   | LOGGED_OUT (banned)
            open       | PAIRING_TIMED_OUT | ENDED      | CLOSE RELEASE_LEASE   | STOPPED (pairing-timed-out)
            """;

    private static final EnumSet<Phase> OPEN = EnumSet.of(Phase.CONNECTING, Phase.PAIRING, Phase.ONLINE);

    @Test
    void doesWhatTheTableSays() {
        Map<String, String> table = TABLE.lines()
                .map(line -> line.split("\\|", 5))
                .flatMap(row -> phases(row[0].strip())
                        .map(phase -> Map.entry(
                                phase + " " + row[1].strip(),
                                String.join(" | ", row[2].strip(), row[3].strip(), row[4].strip()))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        for (Phase phase : Phase.values()) {
            for (Signal signal : Signal.values()) {
                String expected = table.getOrDefault(phase + " " + signal, phase + " |  | ");
                assertThat(describe(SessionMachine.on(phase, signal)))
                        .as("%s in %s", signal, phase)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void opensOnlyAfterAGrantAndReleasesOnlyAfterClosing() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            Phase phase = Phase.STARTING;
            boolean granted = false;
            boolean open = false;
            for (int i = 0; i < 60; i++) {
                Signal signal = Signal.values()[random.nextInt(Signal.values().length)];
                Transition transition = SessionMachine.on(phase, signal);
                granted |= signal == Signal.LEASE_GRANTED;
                for (Effect effect : transition.effects()) {
                    if (effect == Effect.OPEN) {
                        assertThat(granted && !open).as("seed %d", seed).isTrue();
                        open = true;
                    } else if (effect == Effect.CLOSE) {
                        open = false;
                    } else if (effect == Effect.RELEASE_LEASE) {
                        assertThat(open).as("seed %d", seed).isFalse();
                    }
                }
                if (signal == Signal.LEASE_RUNNING_OUT) {
                    assertThat(open).as("seed %d", seed).isFalse();
                    granted = false;
                }
                phase = transition.next();
            }
        }
    }

    private static Stream<Phase> phases(String name) {
        return switch (name) {
            case "*" -> Stream.of(Phase.values()).filter(phase -> phase != Phase.ENDED);
            case "open" -> OPEN.stream();
            default -> Stream.of(Phase.valueOf(name));
        };
    }

    private static String describe(Transition transition) {
        List<String> effects = transition.effects().stream().map(Enum::name).toList();
        String report = transition.report() == null ? "" : transition.report().name();
        String reason = transition.reason() == null ? "" : " (" + transition.reason() + ")";
        return transition.next() + " | " + String.join(" ", effects) + " | " + report + reason;
    }
}
