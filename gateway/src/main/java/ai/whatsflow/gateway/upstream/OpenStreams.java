package ai.whatsflow.gateway.upstream;

import ai.whatsflow.gateway.directory.Caller;
import ai.whatsflow.gateway.directory.Directory;
import ai.whatsflow.gateway.directory.User;
import ai.whatsflow.gateway.exchange.RequestContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * Ends streams that nothing else would end: at a shut-down, so that clients reconnect to another gateway instead of
 * holding this one up, and when the caller may no longer come in (asked with every event and heartbeat).
 */
@Component
final class OpenStreams implements ApplicationListener<ContextClosedEvent> {

    private final Sinks.Empty<Void> closing = Sinks.empty();
    private final Directory directory;

    OpenStreams(Directory directory) {
        this.directory = directory;
    }

    Flux<DataBuffer> endInTime(Flux<DataBuffer> stream, RequestContext context) {
        return stream.takeUntilOther(closing.asMono()).takeWhile(part -> mayGoOn(part, context));
    }

    private boolean mayGoOn(DataBuffer part, RequestContext context) {
        Caller caller = context.caller();
        if (caller == null || directory.standing(caller) instanceof User) {
            return true;
        }
        DataBufferUtils.release(part);
        return false;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        closing.tryEmitEmpty();
    }
}
