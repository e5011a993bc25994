package ai.whatsflow.instance.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends messages that will not be sent, and tells why. */
@Component
class EndMessages {

    private final StatusLedger ledger;
    private final DispatchOutcomes outcomes;
    private final Clock clock;

    EndMessages(StatusLedger ledger, DispatchOutcomes outcomes, Clock clock) {
        this.ledger = ledger;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void end(List<StatusLedger.Rise> endings) {
        Instant now = clock.instant();
        Map<UUID, StatusLedger.Rise> byMessage =
                endings.stream().collect(Collectors.toMap(StatusLedger.Rise::messageId, Function.identity()));
        outcomes.publish(ledger.raise(endings).stream()
                .map(risen -> new DispatchOutcome(
                        risen.messageId(),
                        risen.accountId(),
                        risen.instanceId(),
                        Objects.requireNonNull(byMessage.get(risen.messageId())).to(),
                        risen.reason(),
                        null,
                        now))
                .toList());
    }
}
