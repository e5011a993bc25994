package ai.whatsflow.platform.test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Lets many threads do the same thing at the same moment. */
public final class Race {

    private Race() {}

    /** Starts them together and returns what each got, in order of their numbers. */
    public static <T> List<T> of(int threads, IntFunction<T> act) {
        CountDownLatch gate = new CountDownLatch(1);
        try (ExecutorService runners = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                running.add(runners.submit(() -> {
                    gate.await();
                    return act.apply(number);
                }));
            }
            gate.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
