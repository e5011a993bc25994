package ai.whatsflow.bench.takeover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the simulator saw of one take-over.
 *
 * @param silences for each device that moved, from the signal to its first message through the new owner
 * @param stale messages that came through the old owner after the device had spoken through the new one
 */
record TakeOver(List<Duration> silences, long stale) {

    static TakeOver of(
            Collection<SimulatorLog.Accepted> accepted, Instant signal, Set<String> phones, String from, String to) {
        Map<String, Instant> first = new HashMap<>();
        for (SimulatorLog.Accepted message : accepted) {
            if (phones.contains(message.sender())
                    && message.client().equals(to)
                    && message.at().isAfter(signal)) {
                first.merge(message.sender(), message.at(), (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        List<Duration> silences = new ArrayList<>();
        first.values().forEach(at -> silences.add(Duration.between(signal, at)));
        long stale = accepted.stream()
                .filter(message -> message.client().equals(from) && first.containsKey(message.sender()))
                .filter(message -> message.at().isAfter(first.get(message.sender())))
                .count();
        silences.sort(Duration::compareTo);
        return new TakeOver(silences, stale);
    }

    /** Nearest rank, in seconds. */
    double percentile(double percent) {
        int rank = (int) Math.ceil(percent / 100 * silences.size());
        return silences.get(Math.max(1, rank) - 1).toMillis() / 1000.0;
    }
}
