package ai.whatsflow.messaging.batch;

import ai.whatsflow.messaging.MessagingProblem;
import ai.whatsflow.messaging.instance.RequireInstances;
import ai.whatsflow.messaging.quota.ReserveQuota;
import ai.whatsflow.messaging.recipient.GroupPage;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accepts one text to a group: reserves quota for its size now and leaves collecting the members to a job. */
@Component
public class SendToGroup {

    private final RequireInstances instances;
    private final ReserveQuota quota;
    private final OpenBatch open;
    private final Expansions expansions;
    private final ApplicationEventPublisher events;

    SendToGroup(
            RequireInstances instances,
            ReserveQuota quota,
            OpenBatch open,
            Expansions expansions,
            ApplicationEventPublisher events) {
        this.instances = instances;
        this.quota = quota;
        this.open = open;
        this.expansions = expansions;
        this.events = events;
    }

    /** @param size what contact-service says of the group, asked before the transaction */
    @Transactional
    public MessageBatch send(Account account, List<UUID> instanceIds, String text, UUID groupId, GroupPage size) {
        instances.ownedBy(account.id(), instanceIds);
        long members = members(size);
        Instant month = quota.reserve(account, members).start();
        MessageBatch batch = open.toGroup(account.id(), text, instanceIds, month, groupId, members);
        if (batch.status() == BatchStatus.EXPANDING) {
            expansions.add(batch.id());
            events.publishEvent(new GroupSendAccepted(batch.id()));
        }
        return batch;
    }

    private static long members(GroupPage size) {
        return switch (size) {
            case GroupPage.Members first when first.total() != null -> first.total();
            case GroupPage.Unknown unknown ->
                throw new ProblemException(MessagingProblem.GROUP_UNKNOWN, "Nothing was sent.");
            case GroupPage.Members countless -> throw away();
            case GroupPage.Unreachable unreachable -> throw away();
        };
    }

    private static ProblemException away() {
        return new ProblemException(
                        PlatformProblem.DEPENDENCY_UNAVAILABLE, "Contacts can't be read just now. Nothing was sent.")
                .retryAfter(Duration.ofSeconds(5));
    }
}
