package ai.whatsflow.instance.instance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes over what nodes report of their sessions; stale epochs and repetitions change nothing. */
@Service
public class ApplySessionReports {

    private final Instances instances;
    private final QrCodes qrCodes;
    private final SessionFacts facts;
    private final ApplicationEventPublisher events;

    ApplySessionReports(Instances instances, QrCodes qrCodes, SessionFacts facts, ApplicationEventPublisher events) {
        this.instances = instances;
        this.qrCodes = qrCodes;
        this.facts = facts;
        this.events = events;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void apply(List<SessionReport> reports) {
        if (reports.isEmpty()) {
            return;
        }
        Map<UUID, Instance> before = new LinkedHashMap<>();
        instances
                .lock(reports.stream().map(SessionReport::instanceId).distinct().toList())
                .forEach(instance -> before.put(instance.id(), instance));
        Map<UUID, Instance> after = new LinkedHashMap<>(before);
        Map<UUID, QrCode> codes = new LinkedHashMap<>();
        List<SessionChanged> told = new ArrayList<>();
        for (SessionReport report : reports) {
            Instance instance = after.get(report.instanceId());
            if (instance != null) {
                Instance.Transition transition = instance.reported(report);
                after.put(instance.id(), transition.instance());
                told.addAll(transition.facts());
                if (transition.instance() != instance && report.qr() != null) {
                    codes.put(instance.id(), report.qr());
                }
            }
        }
        List<Instance> changed = after.values().stream()
                .filter(instance -> !instance.equals(before.get(instance.id())))
                .toList();
        if (!changed.isEmpty()) {
            instances.saveAll(changed);
            showCodes(changed, codes);
            facts.publish(told);
            tellLogOuts(changed);
        }
    }

    private void showCodes(List<Instance> changed, Map<UUID, QrCode> codes) {
        List<UUID> withoutCode = new ArrayList<>();
        for (Instance instance : changed) {
            QrCode code = instance.state() == SessionState.QR ? codes.get(instance.id()) : null;
            if (code == null) {
                withoutCode.add(instance.id());
            } else {
                qrCodes.show(instance.id(), code);
            }
        }
        if (!withoutCode.isEmpty()) {
            qrCodes.hide(withoutCode);
        }
    }

    private void tellLogOuts(List<Instance> changed) {
        List<UUID> loggedOut = changed.stream()
                .filter(instance -> instance.state() == SessionState.LOGGED_OUT)
                .map(Instance::id)
                .toList();
        if (!loggedOut.isEmpty()) {
            events.publishEvent(new SessionsLoggedOut(loggedOut));
        }
    }
}
