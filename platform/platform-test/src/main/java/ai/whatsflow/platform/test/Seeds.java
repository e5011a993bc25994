package ai.whatsflow.platform.test;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Property tests: the same check under many seeded random inputs. A failure names its seed; {@code -Dseed=<n>} replays
 * just that one.
 */
public final class Seeds {

    private Seeds() {}

    public static void check(int rounds, Consumer<Random> property) {
        check(rounds, List.of(property));
    }

    /**
     * The same, on a thread for each of {@code properties}: they check the same, share nothing, and do the rounds
     * together. After a failure the others finish the round they are in; the lowest seed that broke is named.
     */
    public static void check(int rounds, List<Consumer<Random>> properties) {
        String replay = System.getProperty("seed");
        long first = replay == null ? System.nanoTime() : Long.parseLong(replay);
        Range seeds = new Range(new AtomicLong(first), first + (replay == null ? rounds : 1));
        try (ExecutorService explorers = Executors.newFixedThreadPool(properties.size())) {
            List<CompletableFuture<Optional<Broken>>> explored = properties.stream()
                    .map(property -> CompletableFuture.supplyAsync(() -> seeds.explore(property), explorers))
                    .toList();
            explored.stream()
                    .map(CompletableFuture::join)
                    .flatMap(Optional::stream)
                    .min(Comparator.comparingLong(Broken::seed))
                    .ifPresent(Broken::report);
        }
    }

    private record Range(AtomicLong next, long end) {

        /** Takes one seed after another until none is left; one that breaks leaves none to anybody. */
        Optional<Broken> explore(Consumer<Random> property) {
            for (long seed = next.getAndIncrement(); seed < end; seed = next.getAndIncrement()) {
                try {
                    property.accept(new Random(seed));
                } catch (RuntimeException | Error how) {
                    next.set(end);
                    return Optional.of(new Broken(seed, how));
                }
            }
            return Optional.empty();
        }
    }

    private record Broken(long seed, Throwable how) {

        void report() {
            throw new AssertionError("broken with -Dseed=" + seed + ": " + how.getMessage(), how);
        }
    }
}
