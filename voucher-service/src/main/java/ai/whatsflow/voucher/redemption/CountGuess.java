package ai.whatsflow.voucher.redemption;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts an unknown code against who tried it. Called after the redemption's transaction has rolled back, on no
 * connection but its own: inside it the count would be rolled back too, and a second connection could starve the pool.
 */
@Service
public class CountGuess {
    private final GuessGuard guard;
    private final Clock clock;
    private final Counter guesses;

    CountGuess(GuessGuard guard, Clock clock, MeterRegistry metrics) {
        this.guard = guard;
        this.clock = clock;
        this.guesses = metrics.counter("voucher.redemption.unknown-codes");
    }

    @Transactional
    public void count(Redeemer redeemer) {
        guesses.increment();
        guard.guessed(redeemer, clock.instant());
    }
}
