package ai.whatsflow.platform.gathering;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Asks together what is asked at the same time: while one request is on its way, the next one gathers. Whoever comes
 * alone waits for nobody. A request goes out on the thread of one of those who ask. Thread-safe.
 *
 * @param <Q> a question
 * @param <A> its answer
 */
public final class Gathering<Q, A> {

    private final Queue<Asked<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final int most;
    private final long mostBytes;
    private final ToLongFunction<Q> bytes;
    private final Function<List<Q>, List<A>> send;

    /**
     * @param most questions of one request
     * @param mostBytes of all questions of one request; one that is larger goes alone
     * @param bytes what a question adds to a request
     * @param send answers each question, in their order; its exception is everybody's
     */
    public Gathering(int most, long mostBytes, ToLongFunction<Q> bytes, Function<List<Q>, List<A>> send) {
        this.most = most;
        this.mostBytes = mostBytes;
        this.bytes = bytes;
        this.send = send;
    }

    /**
     * Blocks until there is an answer, whatever interrupts.
     *
     * @throws RuntimeException what the request threw
     */
    public A ask(Q question) {
        Asked<Q, A> mine = new Asked<>(question);
        waiting.add(mine);
        while (!mine.answer.isDone()) {
            if (busy.compareAndSet(false, true)) {
                try {
                    send(next());
                } finally {
                    end();
                }
            }
            // Given with the answer, and when a request has ended and this question is the first that waits.
            if (!mine.answer.isDone()) {
                mine.woken.acquireUninterruptibly();
            }
        }
        try {
            return mine.answer.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException why ? why : failed;
        }
    }

    private List<Asked<Q, A>> next() {
        List<Asked<Q, A>> batch = new ArrayList<>();
        long size = 0;
        for (Asked<Q, A> first = waiting.peek(); first != null && batch.size() < most; first = waiting.peek()) {
            size += bytes.applyAsLong(first.question);
            if (size > mostBytes && !batch.isEmpty()) {
                break;
            }
            batch.add(first);
            waiting.remove();
        }
        return batch;
    }

    private void send(List<Asked<Q, A>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            List<A> answers =
                    send.apply(batch.stream().map(asked -> asked.question).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer.complete(answers.get(i));
            }
        } catch (Throwable failed) {
            batch.forEach(asked -> asked.answer.completeExceptionally(failed));
            if (failed instanceof Error) {
                throw failed;
            }
        } finally {
            batch.forEach(asked -> asked.woken.release());
        }
    }

    /** Who waits longest may try; who comes from now on tries by itself. */
    private void end() {
        busy.set(false);
        Asked<Q, A> first = waiting.peek();
        if (first != null) {
            first.woken.release();
        }
    }

    private static final class Asked<Q, A> {

        private final Q question;
        private final CompletableFuture<A> answer = new CompletableFuture<>();
        private final Semaphore woken = new Semaphore(0);

        Asked(Q question) {
            this.question = question;
        }
    }
}
