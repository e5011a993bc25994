package ai.whatsflow.local.stack;

import ai.whatsflow.local.files.StartFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Steps that run as soon as what they need is done, a bounded number at a time; the first failure stops the rest. */
final class StartPlan {

    private final Map<String, CompletableFuture<Void>> steps = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final Semaphore places;

    StartPlan(int atOnce) {
        this.places = new Semaphore(atOnce, true);
    }

    /** Needs must have been added before. */
    void add(String name, List<String> needs, Runnable action) {
        plan(name, needs, () -> inPlace(action));
    }

    /** The same for a step that mostly waits: it is not counted among those that run at a time. */
    void addUncounted(String name, List<String> needs, Runnable action) {
        plan(name, needs, action);
    }

    private void plan(String name, List<String> needs, Runnable action) {
        CompletableFuture<?>[] before = needs.stream()
                .map(need -> {
                    CompletableFuture<Void> step = steps.get(need);
                    if (step == null) {
                        throw new IllegalArgumentException(name + " needs " + need + ", which is not planned");
                    }
                    return step;
                })
                .toArray(CompletableFuture<?>[]::new);
        steps.put(name, CompletableFuture.allOf(before).thenRunAsync(() -> run(action), threads));
    }

    /** Returns when every step is done; throws the first failure when no step runs any more. */
    void finish() {
        try (ExecutorService closing = threads) {
            CompletableFuture.allOf(steps.values().toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (CompletionException e) {
            RuntimeException first = failure.get();
            throw first == null ? e : first;
        }
    }

    private void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            threads.shutdownNow();
            throw e;
        }
    }

    private void inPlace(Runnable action) {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("given up after another failure", e);
        }
        try {
            action.run();
        } finally {
            places.release();
        }
    }
}
