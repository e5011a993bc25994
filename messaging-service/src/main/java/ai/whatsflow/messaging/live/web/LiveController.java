package ai.whatsflow.messaging.live.web;

import ai.whatsflow.messaging.live.LiveProperties;
import ai.whatsflow.messaging.live.LiveReports;
import ai.whatsflow.messaging.live.LiveStream;
import ai.whatsflow.messaging.live.StatusReport;
import ai.whatsflow.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@Tag(name = "Messages")
@RestController
class LiveController {

    private final LiveReports reports;
    private final LiveProperties properties;

    LiveController(LiveReports reports, LiveProperties properties) {
        this.reports = reports;
        this.properties = properties;
    }

    @Operation(
            summary = "Watch what becomes of messages",
            description = "Server-sent events named status, from now on. A status only rises: ignore a lower one that"
                    + " comes late. After a break read the list, then watch again.")
    @GetMapping(path = "/api/v1/messages/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> watch(Caller caller, @RequestParam(required = false) @Nullable UUID accountId) {
        caller.require("messages:read");
        UUID watched = accountId == null ? caller.accountId() : accountId;
        caller.requireReach(watched);
        LiveStream stream = reports.open(watched);
        SseEmitter emitter = new SseEmitter(properties.maxDuration().toMillis());
        emitter.onCompletion(() -> reports.close(stream));
        emitter.onTimeout(() -> reports.close(stream));
        Thread.ofVirtual().name("live-" + watched).start(() -> write(stream, emitter));
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .body(emitter);
    }

    private void write(LiveStream stream, SseEmitter emitter) {
        try {
            emitter.send(SseEmitter.event().comment("watching").reconnectTime(2_000));
            while (!stream.isClosed()) {
                StatusReport report = stream.next(properties.heartbeat());
                if (report != null) {
                    emitter.send(SseEmitter.event()
                            .name("status")
                            .id(report.eventId().toString())
                            .data(StatusView.of(report), MediaType.APPLICATION_JSON));
                } else if (!stream.isClosed()) {
                    emitter.send(SseEmitter.event().comment("still here"));
                }
            }
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            // The client left; the container completes the emitter.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            reports.close(stream);
        }
    }
}
