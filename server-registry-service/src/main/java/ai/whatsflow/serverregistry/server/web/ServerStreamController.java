package ai.whatsflow.serverregistry.server.web;

import ai.whatsflow.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@Tag(name = "Servers")
class ServerStreamController {

    private final ServerFeed feed;

    ServerStreamController(ServerFeed feed) {
        this.feed = feed;
    }

    @GetMapping(path = "/api/v1/servers/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Watch the health of servers",
            description = "Events `server`, each a whole server: first all of them, then each change.")
    SseEmitter watch(Caller caller) {
        caller.require("servers:read");
        return feed.open();
    }
}
