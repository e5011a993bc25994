package ai.whatsflow.instance.instance.web;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open stream with a queue of its own; a comment keeps it alive when nothing happens. */
class LiveReader implements Runnable {

    private static final int QUEUE = 1_024;
    private static final LiveEntry LAST = new LiveEntry("", "last", "");
    private static final int KEEP_ALIVE_SECONDS = 15;

    private final BlockingQueue<LiveEntry> queue = new ArrayBlockingQueue<>(QUEUE);
    private final SseEmitter emitter;
    private final Consumer<LiveReader> onEnd;
    private volatile boolean open = true;

    LiveReader(SseEmitter emitter, Consumer<LiveReader> onEnd) {
        this.emitter = emitter;
        this.onEnd = onEnd;
        emitter.onCompletion(this::close);
        emitter.onTimeout(this::close);
        emitter.onError(gone -> close());
    }

    void offer(LiveEntry entry) {
        if (!queue.offer(entry)) {
            close();
        }
    }

    /** Ends the stream once everything offered so far is out. */
    void finish() {
        offer(LAST);
    }

    void close() {
        open = false;
        onEnd.accept(this);
        queue.clear();
        queue.offer(LAST);
    }

    @Override
    public void run() {
        try {
            emitter.send(SseEmitter.event().comment("open"));
            while (true) {
                LiveEntry next = queue.poll(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
                if (!open || next == LAST) {
                    break;
                }
                emitter.send(next == null ? SseEmitter.event().comment("keep-alive") : event(next));
            }
        } catch (IOException | IllegalStateException readerGone) {
            // nothing to tell a reader that has left
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            close();
            emitter.complete();
        }
    }

    private static SseEmitter.SseEventBuilder event(LiveEntry entry) {
        return SseEmitter.event().id(entry.id()).name(entry.name()).data(entry.body());
    }
}
