package ai.whatsflow.gateway.token;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the signing keys at start, each second until they are there, and then once per period. */
final class SigningKeysSchedule implements SmartLifecycle {

    private static final Duration UNTIL_LOADED = Duration.ofSeconds(1);

    private final SigningKeys keys;
    private final Duration period;
    private volatile @Nullable Disposable running;

    SigningKeysSchedule(SigningKeys keys, Duration period) {
        this.keys = keys;
        this.period = period;
    }

    @Override
    public void start() {
        running = Mono.defer(keys::refresh)
                .then(Mono.defer(() -> Mono.delay(keys.loaded() ? period : UNTIL_LOADED)))
                .repeat()
                .onErrorResume(error -> Flux.empty())
                .subscribe();
    }

    @Override
    public void stop() {
        Disposable current = running;
        if (current != null) {
            current.dispose();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
