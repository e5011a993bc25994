package ai.whatsflow.messaging.message.web;

import ai.whatsflow.messaging.message.FindMessage;
import ai.whatsflow.messaging.message.MessageStatus;
import ai.whatsflow.messaging.message.SendMessages;
import ai.whatsflow.messaging.message.SendRequest;
import ai.whatsflow.platform.inbox.GroupedRequests;
import ai.whatsflow.platform.inbox.IdempotencyKey;
import ai.whatsflow.platform.inbox.IdempotentRequests;
import ai.whatsflow.platform.outbox.TraceParent;
import ai.whatsflow.platform.problem.Outcome;
import ai.whatsflow.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Messages")
@RestController
@RequestMapping("/api/v1/messages")
class MessageController {

    private final GroupedRequests<SendRequest> sends;
    private final FindMessage find;
    private final TraceParent trace;

    MessageController(SendMessages send, FindMessage find, IdempotentRequests idempotency, TraceParent trace) {
        this.sends = idempotency.grouped(requests -> send.send(requests).stream()
                .<Outcome<ResponseEntity<?>>>map(outcome -> outcome.map(MessageController::accepted))
                .toList());
        this.find = find;
        this.trace = trace;
    }

    @Operation(
            summary = "Send a message",
            description = "Accepted once it is durable; it waits for its instance until expiresAt.")
    @PostMapping
    ResponseEntity<?> send(Caller caller, IdempotencyKey key, @Valid @RequestBody SendMessageRequest request) {
        caller.require("messages:create");
        return sends.once(
                key,
                request,
                new SendRequest(caller.account(), request.instanceId(), request.to(), request.text(), trace.current()));
    }

    private static ResponseEntity<?> accepted(UUID id) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/messages/" + id))
                .body(new Accepted(id, MessageStatus.QUEUED));
    }

    @Operation(summary = "Read a message")
    @GetMapping("/{messageId}")
    MessageView find(Caller caller, @PathVariable UUID messageId) {
        caller.require("messages:read");
        return MessageView.of(find.find(caller, messageId));
    }

    record Accepted(UUID messageId, MessageStatus status) {}
}
