package ai.whatsflow.messaging.status;

import ai.whatsflow.messaging.message.MessageStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All facts about one message taken together; the same in whatever order they came. */
final class MessageReport {

    private final UUID messageId;
    private final UUID accountId;
    private final Map<MessageStatus, StatusFact> facts = new EnumMap<>(MessageStatus.class);

    private MessageReport(UUID messageId, UUID accountId) {
        this.messageId = messageId;
        this.accountId = accountId;
    }

    /** One report for each message; what is said of it for another account stays apart and will match nothing. */
    static Collection<MessageReport> of(List<StatusFact> facts) {
        Map<Subject, MessageReport> reports = new LinkedHashMap<>();
        for (StatusFact fact : facts) {
            Subject subject = new Subject(fact.messageId(), fact.accountId());
            reports.computeIfAbsent(subject, key -> new MessageReport(key.messageId(), key.accountId()))
                    .include(fact);
        }
        return reports.values();
    }

    private record Subject(UUID messageId, UUID accountId) {}

    private void include(StatusFact fact) {
        facts.merge(fact.status(), fact, (known, other) -> other.at().isBefore(known.at()) ? other : known);
    }

    UUID messageId() {
        return messageId;
    }

    UUID accountId() {
        return accountId;
    }

    MessageStatus status() {
        return highest().status();
    }

    @Nullable
    String reason() {
        return highest().reason();
    }

    @Nullable
    String whatsappId() {
        return facts.values().stream()
                .map(StatusFact::whatsappId)
                .filter(id -> id != null)
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Instant at(MessageStatus status) {
        StatusFact fact = facts.get(status);
        return fact == null ? null : fact.at();
    }

    private StatusFact highest() {
        return facts.values().stream()
                .reduce((one, other) -> one.status().rises(other.status()) ? other : one)
                .orElseThrow();
    }
}
