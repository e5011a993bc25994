package ai.whatsflow.simulator.network;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Carries accepted messages to their recipients, who read them all sooner or later. How long each takes follows from
 * the seed and the message id alone, whatever the threads do.
 */
public final class Postman implements AutoCloseable {

    private final WhatsAppNetwork network;
    private final long seed;
    private final SplittableRandom losses;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("postman").daemon(true).factory());
    private volatile Conditions conditions;

    private Postman(WhatsAppNetwork network, long seed, Conditions conditions) {
        this.network = network;
        this.seed = seed;
        this.losses = new SplittableRandom(seed);
        this.conditions = conditions;
    }

    /** Takes up what was under way when the simulator last ended. */
    public static Postman start(WhatsAppNetwork network, long seed, Conditions conditions) {
        Postman postman = new Postman(network, seed, conditions);
        network.ask(state -> state.messages().stream()
                        .filter(message -> message.readAt() == null)
                        .toList())
                .forEach(message -> {
                    if (message.deliveredAt() == null) {
                        postman.carry(message);
                    } else {
                        postman.carryRead(message);
                    }
                });
        return postman;
    }

    public void carry(Message message) {
        after(conditions.delivered().pick(randomOf(message, 1)), () -> {
            network.deliver(message);
            carryRead(message);
        });
    }

    private void carryRead(Message message) {
        after(conditions.read().pick(randomOf(message, 2)), () -> network.read(message));
    }

    public synchronized boolean losesSend() {
        return losses.nextDouble() < conditions.loss().sends();
    }

    public synchronized boolean losesAck() {
        return losses.nextDouble() < conditions.loss().acks();
    }

    public Conditions conditions() {
        return conditions;
    }

    public void change(Conditions changed) {
        conditions = changed;
    }

    private void after(Duration delay, Runnable task) {
        timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private SplittableRandom randomOf(Message message, int leg) {
        long id = 1125899906842597L;
        for (int i = 0; i < message.whatsappId().length(); i++) {
            id = 31 * id + message.whatsappId().charAt(i);
        }
        return new SplittableRandom(seed ^ (id * 0x9E3779B97F4A7C15L + leg));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
