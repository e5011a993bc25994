package ai.whatsflow.simulation;

import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The histories of many seeds, two at a time, until one breaks. Seeds are taken in their order and each is run to its
 * end, so whichever explorer finds something first, the lowest seed that breaks is the one that is shown.
 */
final class Exploration {

    private static final int EXPLORERS = 2;

    private final PlantedFault fault;
    private final long last;
    private final AtomicLong next = new AtomicLong(1);
    private final AtomicLong steps = new AtomicLong();

    private Exploration(PlantedFault fault, long last) {
        this.fault = fault;
        this.last = last;
    }

    /** @return how many steps there were */
    static long keepsEveryPromise(long seeds) {
        Exploration exploration = new Exploration(PlantedFault.NONE, seeds);
        Violation first = exploration.firstViolation();
        if (first != null) {
            throw first;
        }
        return exploration.steps.get();
    }

    /** Looks only into worlds in which the fault can show. */
    static @Nullable Violation of(PlantedFault fault, long seeds) {
        return new Exploration(fault, seeds).firstViolation();
    }

    private @Nullable Violation firstViolation() {
        try (ExecutorService explorers = Executors.newFixedThreadPool(EXPLORERS)) {
            return Stream.generate(() -> CompletableFuture.supplyAsync(this::explore, explorers))
                    .limit(EXPLORERS)
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .filter(Objects::nonNull)
                    .min(Comparator.comparingLong(Violation::seed))
                    .orElse(null);
        }
    }

    private @Nullable Violation explore() {
        for (long seed = next.getAndIncrement(); seed <= last; seed = next.getAndIncrement()) {
            try {
                if (fault.showsIn(Seeded.by(seed))) {
                    steps.addAndGet(Simulation.run(seed, fault).steps());
                }
            } catch (Violation found) {
                next.set(last + 1);
                return found;
            }
        }
        return null;
    }
}
