package ai.whatsflow.instance.instance;

import ai.whatsflow.instance.InstanceProblem;
import ai.whatsflow.instance.entitlement.Entitlement;
import ai.whatsflow.instance.entitlement.Entitlements;
import ai.whatsflow.platform.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds an instance to an account, within what its package allows; its session is placed on a node right after. */
@Service
public class CreateInstance {

    private final Instances instances;
    private final Entitlements entitlements;
    private final SessionFacts facts;
    private final ApplicationEventPublisher events;
    private final CreationRules rules;

    CreateInstance(
            Instances instances,
            Entitlements entitlements,
            SessionFacts facts,
            ApplicationEventPublisher events,
            CreationRules rules) {
        this.instances = instances;
        this.entitlements = entitlements;
        this.facts = facts;
        this.events = events;
        this.rules = rules;
    }

    @Transactional
    public Instance create(UUID accountId, UUID userId, String name, String engine) {
        rules.requireEngine(engine);
        Entitlement entitlement = entitlements
                .lock(accountId)
                .orElseThrow(() -> new ProblemException(
                                InstanceProblem.ENTITLEMENT_PENDING, "We have not heard of your subscription yet.")
                        .retryAfter(Duration.ofSeconds(1)));
        rules.requireRoom(entitlement, instances.count(accountId));
        Instance created = instances.insert(accountId, name, engine, userId);
        facts.publish(List.of(new SessionChanged(SessionFact.CREATED, created, null, created.createdAt())));
        events.publishEvent(new InstanceRequested(created.id(), engine));
        return created;
    }
}
