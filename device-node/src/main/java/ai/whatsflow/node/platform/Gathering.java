package ai.whatsflow.node.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Asks together what is asked at the same time: while one request is on its way, the next one gathers. Whoever comes
 * alone waits for nobody. Thread-safe.
 *
 * @param <Q> a question
 * @param <A> its answer
 */
final class Gathering<Q, A> {

    private static final int MOST = 200;
    private static final long MOST_BYTES = 1_000_000;

    private record Asked<Q, A>(Q question, CompletableFuture<A> answer) {}

    private final Queue<Asked<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock request = new ReentrantLock();
    private final ToLongFunction<Q> bytes;
    private final Function<List<Q>, List<A>> send;

    /**
     * @param bytes what a question adds to a request; one that is too large goes alone
     * @param send answers each question, in their order; its exception is everybody's
     */
    Gathering(ToLongFunction<Q> bytes, Function<List<Q>, List<A>> send) {
        this.bytes = bytes;
        this.send = send;
    }

    /** Blocks; whoever gets to the lock first asks for all who wait behind. */
    A ask(Q question) {
        Asked<Q, A> mine = new Asked<>(question, new CompletableFuture<>());
        waiting.add(mine);
        request.lock();
        try {
            while (!mine.answer().isDone()) {
                send(next());
            }
        } finally {
            request.unlock();
        }
        try {
            return mine.answer().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException why ? why : failed;
        }
    }

    private List<Asked<Q, A>> next() {
        List<Asked<Q, A>> batch = new ArrayList<>();
        long size = 0;
        for (Asked<Q, A> first = waiting.peek(); first != null && batch.size() < MOST; first = waiting.peek()) {
            size += bytes.applyAsLong(first.question());
            if (size > MOST_BYTES && !batch.isEmpty()) {
                break;
            }
            batch.add(first);
            waiting.remove();
        }
        return batch;
    }

    private void send(List<Asked<Q, A>> batch) {
        try {
            List<A> answers = send.apply(batch.stream().map(Asked::question).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException failed) {
            batch.forEach(asked -> asked.answer().completeExceptionally(failed));
        }
    }
}
