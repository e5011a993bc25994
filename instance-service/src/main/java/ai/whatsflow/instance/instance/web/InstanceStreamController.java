package ai.whatsflow.instance.instance.web;

import ai.whatsflow.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@Tag(name = "Instances")
class InstanceStreamController {

    private final ReachableInstance reachable;
    private final InstanceFeed feed;

    InstanceStreamController(ReachableInstance reachable, InstanceFeed feed) {
        this.reachable = reachable;
        this.feed = feed;
    }

    @GetMapping(path = "/api/v1/instances/{instanceId}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Watch an instance",
            description = "Events `state` (the instance) and, for those who may update it, `qr` (the code to scan);"
                    + " first as it is now, then each change.")
    SseEmitter watch(Caller caller, @PathVariable UUID instanceId) {
        caller.require("instances:read");
        return feed.open(reachable.find(caller, instanceId).id(), caller.may("instances:update"));
    }
}
