package ai.whatsflow.instance.nodeevent.web;

import ai.whatsflow.instance.node.NodeCaller;
import ai.whatsflow.instance.nodeevent.IngestNodeEvents;
import ai.whatsflow.instance.nodeevent.NodeEvent;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@Tag(name = "Node callbacks")
class NodeEventController {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record EventRequest(
            @NotNull UUID eventId,
            @NotNull UUID instanceId,
            @Min(0) long epoch,

            @Schema(description = "Position in the node's log") @Min(0)
            long seq,

            @NotNull Instant at,

            @NotNull @Size(min = 1, max = 60) @Schema(example = "sent")
            String type,

            @NotNull @Schema(type = "object") JsonNode payload) {

        NodeEvent event() {
            return new NodeEvent(eventId, instanceId, epoch, seq, at, type, payload);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record EventsRequest(
            @NotNull UUID bootId,
            @NotEmpty @Size(max = 10_000) List<@NotNull @Valid EventRequest> events) {}

    record EventsResponse(
            @Schema(description = "Everything in the node's log up to here is taken over")
            long ackedThrough) {}

    private final IngestNodeEvents ingestNodeEvents;

    NodeEventController(IngestNodeEvents ingestNodeEvents) {
        this.ingestNodeEvents = ingestNodeEvents;
    }

    @PostMapping("/node-api/v1/events")
    @Operation(
            summary = "Report a stretch of the node's log, in order",
            description = "At least once: repetitions change nothing. Acknowledged after it is committed.")
    EventsResponse report(@Parameter(hidden = true) NodeCaller node, @Valid @RequestBody EventsRequest request) {
        ingestNodeEvents.ingest(
                node, request.events().stream().map(EventRequest::event).toList());
        return new EventsResponse(
                request.events().stream().mapToLong(EventRequest::seq).max().orElse(0));
    }
}
