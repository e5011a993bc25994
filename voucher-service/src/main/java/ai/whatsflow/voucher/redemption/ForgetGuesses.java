package ai.whatsflow.voucher.redemption;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Keeps addresses no longer than they are needed. */
@Service
class ForgetGuesses {
    private final GuessCounters counters;
    private final Clock clock;

    ForgetGuesses(GuessCounters counters, Clock clock) {
        this.counters = counters;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forget() {
        counters.forget(clock.instant());
    }
}
