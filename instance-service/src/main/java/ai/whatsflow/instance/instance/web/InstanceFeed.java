package ai.whatsflow.instance.instance.web;

import ai.whatsflow.instance.instance.Instance;
import ai.whatsflow.instance.instance.InstanceWatchers;
import ai.whatsflow.instance.instance.Instances;
import ai.whatsflow.instance.instance.QrCodes;
import ai.whatsflow.instance.instance.SessionState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The open streams of this replica, by instance. Telling them never waits for a slow reader. */
@Component
class InstanceFeed implements InstanceWatchers {

    private record Watcher(LiveReader reader, boolean maySeeCode) {}

    private static final Duration LONGEST_STREAM = Duration.ofMinutes(30);

    private final Map<UUID, Set<Watcher>> watchers = new ConcurrentHashMap<>();
    private final Instances instances;
    private final QrCodes qrCodes;

    InstanceFeed(Instances instances, QrCodes qrCodes) {
        this.instances = instances;
        this.qrCodes = qrCodes;
    }

    /** Listens first and reads second, so that nothing falls between the snapshot and what follows it. */
    SseEmitter open(UUID instanceId, boolean maySeeCode) {
        SseEmitter emitter = new SseEmitter(LONGEST_STREAM.toMillis());
        LiveReader reader = new LiveReader(emitter, ended -> remove(instanceId, ended));
        Watcher watcher = new Watcher(reader, maySeeCode);
        watchers.compute(instanceId, (id, open) -> {
            Set<Watcher> all = open == null ? ConcurrentHashMap.newKeySet() : open;
            all.add(watcher);
            return all;
        });
        tell(instanceId, Set.of(watcher));
        Thread.ofVirtual().name("live-reader").start(reader);
        return emitter;
    }

    @Override
    public void changed(UUID instanceId) {
        Set<Watcher> watching = watchers.get(instanceId);
        if (watching != null) {
            tell(instanceId, watching);
        }
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        watchers.values()
                .forEach(each -> each.forEach(watcher -> watcher.reader().close()));
    }

    private void tell(UUID instanceId, Set<Watcher> watching) {
        instances
                .find(instanceId)
                .ifPresentOrElse(
                        instance -> tell(instance, watching),
                        () -> watching.forEach(watcher -> {
                            watcher.reader()
                                    .offer(new LiveEntry("deleted", "state", Map.of("state", SessionState.DELETED)));
                            watcher.reader().finish();
                        }));
    }

    private void tell(Instance instance, Set<Watcher> watching) {
        String id = instance.epoch() + ":" + instance.version();
        LiveEntry state = new LiveEntry(id, "state", InstanceResponse.of(instance));
        List<LiveEntry> codes = new ArrayList<>();
        if (instance.state() == SessionState.QR && watching.stream().anyMatch(Watcher::maySeeCode)) {
            qrCodes.find(instance.id()).ifPresent(qr -> codes.add(new LiveEntry(id, "qr", QrResponse.of(qr))));
        }
        for (Watcher watcher : watching) {
            watcher.reader().offer(state);
            if (watcher.maySeeCode()) {
                codes.forEach(watcher.reader()::offer);
            }
        }
    }

    private void remove(UUID instanceId, LiveReader ended) {
        watchers.computeIfPresent(instanceId, (id, open) -> {
            open.removeIf(watcher -> watcher.reader() == ended);
            return open.isEmpty() ? null : open;
        });
    }
}
