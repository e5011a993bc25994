package ai.whatsflow.fault.load;

import ai.whatsflow.demo.Answer;
import ai.whatsflow.demo.StepFailure;
import ai.whatsflow.demo.Waiting;
import ai.whatsflow.fault.load.Market.Customer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Everything customers do at the same time. Ended, it has finished all it began. */
public final class Load {

    private static final Duration BETWEEN_NEWCOMERS = Duration.ofSeconds(20);

    private final Market market;
    private final Tally tally = new Tally();
    private final Moments moments = new Moments();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean goesOn = true;

    private Load(Market market) {
        this.market = market;
    }

    public static Load start(Market market) {
        Load load = new Load(market);
        Insistence insistence = new Insistence(load.tally);
        Checkout checkout = new Checkout(market, insistence, load.moments);
        for (Customer customer : market.senders()) {
            load.begin(new Sending(market.story(), customer, insistence, load.tally, load.moments)::run);
        }
        for (Customer customer : market.buyers()) {
            load.begin(new Buying(market, customer, insistence, checkout, load.tally, load.moments)::run);
        }
        load.begin(running -> load.register(insistence, running));
        return load;
    }

    public Tally tally() {
        return tally;
    }

    public Moments moments() {
        return moments;
    }

    /** Has a message accepted by that very process, past the gateway. */
    public void sendThrough(String url) {
        Customer known = market.senders().getFirst();
        Customer beside = new Customer(known.accountId(), known.session().at(url), known.email(), known.devices());
        new Sending(market.story(), beside, new Insistence(tally), tally, moments)
                .sendOne(-1 - tally.accepted().size());
    }

    /** Begins nothing new and waits for what was begun. */
    public void end() {
        goesOn = false;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new StepFailure("interrupted");
            }
        }
    }

    private interface Activity {
        void run(BooleanSupplier goesOn);
    }

    private void begin(Activity activity) {
        threads.add(Thread.ofVirtual().start(() -> {
            try {
                activity.run(() -> goesOn);
            } catch (RuntimeException failed) {
                tally.gaveUp("a customer's activity: " + failed);
            }
        }));
    }

    /** New customers come all the time, whether Keycloak is there or not. */
    private void register(Insistence insistence, BooleanSupplier running) {
        for (int i = 0; running.getAsBoolean(); i++) {
            String email = market.story().email("newcomer" + i);
            Answer made = insistence.post(
                    market.dealer(),
                    "/api/v1/accounts",
                    Map.of("tier", "CUSTOMER", "name", "Newcomer " + i, "email", email));
            if (made != null) {
                tally.cameNew(made.at("/accountId"));
            }
            long next = System.nanoTime() + BETWEEN_NEWCOMERS.toNanos();
            while (running.getAsBoolean() && System.nanoTime() < next) {
                Waiting.pause(Duration.ofMillis(250));
            }
        }
    }
}
