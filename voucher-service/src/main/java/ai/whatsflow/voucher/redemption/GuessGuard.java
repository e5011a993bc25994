package ai.whatsflow.voucher.redemption;

import ai.whatsflow.voucher.redemption.GuessCounters.Suspect;
import ai.whatsflow.voucher.redemption.RedemptionOutcome.Locked;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Locks out who tries unknown codes. Used and expired codes are no guesses: they were issued. */
@Component
class GuessGuard {
    private final GuessProperties properties;
    private final GuessCounters counters;

    GuessGuard(GuessProperties properties, GuessCounters counters) {
        this.properties = properties;
        this.counters = counters;
    }

    Optional<Locked> lockOn(Redeemer redeemer, Instant now) {
        List<String> subjects =
                suspects(redeemer).stream().map(Suspect::subject).toList();
        return counters.lockedUntil(subjects, now).map(until -> new Locked(Duration.between(now, until)));
    }

    void guessed(Redeemer redeemer, Instant now) {
        counters.count(suspects(redeemer), now);
    }

    private List<Suspect> suspects(Redeemer redeemer) {
        List<Suspect> suspects = new ArrayList<>();
        var account = properties.account();
        suspects.add(new Suspect("account:" + redeemer.accountId(), account.limit(), account.window(), account.lock()));
        if (redeemer.address() != null) {
            var address = properties.address();
            suspects.add(
                    new Suspect("address:" + redeemer.address(), address.limit(), address.window(), address.lock()));
        }
        var everybody = properties.everybody();
        suspects.add(new Suspect("everybody", everybody.limit(), everybody.window(), everybody.lock()));
        return suspects;
    }
}
