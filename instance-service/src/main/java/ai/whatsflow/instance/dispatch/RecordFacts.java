package ai.whatsflow.instance.dispatch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over what nodes report of messages. Repetitions, late and out-of-order reports change nothing; every status
 * that is really reached is told once, lower ones first.
 */
@Service
public class RecordFacts {

    private final StatusLedger ledger;
    private final DispatchOutcomes outcomes;

    RecordFacts(StatusLedger ledger, DispatchOutcomes outcomes) {
        this.ledger = ledger;
        this.outcomes = outcomes;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(List<DispatchFact> facts) {
        Map<UUID, Map<DispatchStatus, DispatchFact>> byMessage = new LinkedHashMap<>();
        for (DispatchFact fact : facts) {
            byMessage
                    .computeIfAbsent(fact.messageId(), unused -> new EnumMap<>(DispatchStatus.class))
                    .putIfAbsent(fact.status(), fact);
        }
        List<StatusLedger.Rise> rises = byMessage.values().stream()
                .map(RecordFacts::highest)
                .map(fact -> new StatusLedger.Rise(fact.messageId(), fact.instanceId(), fact.status(), fact.reason()))
                .toList();
        List<DispatchOutcome> told = new ArrayList<>();
        for (StatusLedger.Risen risen : ledger.raise(rises)) {
            Map<DispatchStatus, DispatchFact> reported = byMessage.getOrDefault(risen.messageId(), Map.of());
            boolean lifted = reported.keySet().stream().anyMatch(DispatchStatus.FAILED::mayBecome);
            reported.forEach((status, fact) -> {
                if (risen.from().mayBecome(status) && !(lifted && status == DispatchStatus.FAILED)) {
                    told.add(new DispatchOutcome(
                            risen.messageId(),
                            risen.accountId(),
                            risen.instanceId(),
                            status,
                            fact.reason(),
                            fact.epoch(),
                            fact.at()));
                }
            });
        }
        told.sort(Comparator.comparing(DispatchOutcome::status));
        outcomes.publish(told);
    }

    private static DispatchFact highest(Map<DispatchStatus, DispatchFact> facts) {
        return facts.values().stream()
                .max(Comparator.comparing(fact -> fact.status().rank()))
                .orElseThrow();
    }
}
