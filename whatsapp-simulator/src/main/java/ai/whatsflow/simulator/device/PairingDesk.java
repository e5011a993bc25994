package ai.whatsflow.simulator.device;

import ai.whatsflow.simulator.SimulatorProperties;
import ai.whatsflow.simulator.network.PhoneNumber;
import ai.whatsflow.simulator.network.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Offers rotating QR codes to devices that want to be linked; a code links one device once. Thread-safe. */
@Component
public class PairingDesk implements DisposableBean {

    /** A device waiting with a code on its screen. */
    interface Waiting {

        void show(Code code);

        void giveUp();

        /** The phone scanned the code; the id of the device it linked. */
        String linked(PhoneNumber phone);
    }

    record Code(String text, int attempt, int of, Instant expiresAt, Duration expiresIn) {}

    private final Map<String, Waiting> codes = new HashMap<>();
    private final Map<Waiting, String> current = new HashMap<>();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("pairing-desk").daemon(true).factory());
    private final SimulatorProperties.Pairing pairing;
    private final Clock clock;

    PairingDesk(SimulatorProperties properties, Clock clock) {
        this.pairing = properties.pairing();
        this.clock = clock;
        timer.setRemoveOnCancelPolicy(true);
    }

    void open(Waiting waiting) {
        issue(waiting, 1);
    }

    synchronized void leave(Waiting waiting) {
        String code = current.remove(waiting);
        if (code != null) {
            codes.remove(code);
        }
    }

    /** Links the device that shows this code, if the code is still on its screen. */
    public Optional<String> scan(String code, PhoneNumber phone) {
        Waiting waiting;
        synchronized (this) {
            waiting = codes.remove(code);
            if (waiting == null) {
                return Optional.empty();
            }
            current.remove(waiting);
        }
        return Optional.of(waiting.linked(phone));
    }

    private void issue(Waiting waiting, int attempt) {
        Duration life = attempt == 1 ? pairing.firstCode() : pairing.nextCode();
        Code code = new Code(
                "SIMULATED@" + Secrets.fresh(),
                attempt,
                pairing.codes(),
                clock.instant().plus(life),
                life);
        synchronized (this) {
            codes.put(code.text(), waiting);
            current.put(waiting, code.text());
        }
        waiting.show(code);
        timer.schedule(() -> expire(waiting, code), life.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void expire(Waiting waiting, Code code) {
        synchronized (this) {
            if (!current.remove(waiting, code.text())) {
                return;
            }
            codes.remove(code.text());
        }
        if (code.attempt() < code.of()) {
            issue(waiting, code.attempt() + 1);
        } else {
            waiting.giveUp();
        }
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
