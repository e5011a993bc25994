package ai.whatsflow.serverregistry.server.web;

import ai.whatsflow.platform.paging.PageRequest;
import ai.whatsflow.serverregistry.server.Server;
import ai.whatsflow.serverregistry.server.ServerWatchers;
import ai.whatsflow.serverregistry.server.Servers;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The open streams of this replica. Telling them never waits for a slow reader: its stream is ended instead. */
@Component
class ServerFeed implements ServerWatchers {

    private static final Duration LONGEST_STREAM = Duration.ofMinutes(30);
    private static final int SNAPSHOT = 500;

    private final Set<LiveReader> readers = ConcurrentHashMap.newKeySet();
    private final Servers servers;

    ServerFeed(Servers servers) {
        this.servers = servers;
    }

    /** Listens first and reads second, so that nothing falls between the snapshot and what follows it. */
    SseEmitter open() {
        SseEmitter emitter = new SseEmitter(LONGEST_STREAM.toMillis());
        LiveReader reader = new LiveReader(emitter, readers::remove);
        readers.add(reader);
        servers.list(null, PageRequest.of(SNAPSHOT, null)).forEach(server -> reader.offer(entry(server)));
        Thread.ofVirtual().name("live-reader").start(reader);
        return emitter;
    }

    @Override
    public void changed(UUID serverId) {
        if (!readers.isEmpty()) {
            servers.find(serverId)
                    .map(ServerFeed::entry)
                    .ifPresent(entry -> readers.forEach(reader -> reader.offer(entry)));
        }
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        readers.forEach(LiveReader::close);
    }

    private static LiveEntry entry(Server server) {
        return new LiveEntry(server.id() + ":" + server.version(), "server", ServerResponse.of(server));
    }
}
