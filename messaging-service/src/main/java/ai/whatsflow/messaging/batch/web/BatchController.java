package ai.whatsflow.messaging.batch.web;

import ai.whatsflow.messaging.batch.BatchStatus;
import ai.whatsflow.messaging.batch.FindBatch;
import ai.whatsflow.messaging.batch.MessageBatch;
import ai.whatsflow.messaging.batch.ReadNumbers;
import ai.whatsflow.messaging.batch.SendToGroup;
import ai.whatsflow.messaging.batch.SendToNumbers;
import ai.whatsflow.messaging.recipient.GroupPage;
import ai.whatsflow.messaging.recipient.GroupRecipients;
import ai.whatsflow.platform.inbox.IdempotencyKey;
import ai.whatsflow.platform.inbox.IdempotentRequests;
import ai.whatsflow.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Message batches")
@RestController
@RequestMapping("/api/v1/message-batches")
class BatchController {

    private final SendToNumbers toNumbers;
    private final SendToGroup toGroup;
    private final GroupRecipients groups;
    private final FindBatch find;
    private final IdempotentRequests idempotency;

    BatchController(
            SendToNumbers toNumbers,
            SendToGroup toGroup,
            GroupRecipients groups,
            FindBatch find,
            IdempotentRequests idempotency) {
        this.toNumbers = toNumbers;
        this.toGroup = toGroup;
        this.groups = groups;
        this.find = find;
        this.idempotency = idempotency;
    }

    @Operation(
            summary = "Send one text to up to 10,000 numbers, or to a contact group",
            description = "A group is expanded in the background: watch the batch. Recipients that opted out are"
                    + " skipped and cost no quota.")
    @PostMapping
    ResponseEntity<?> send(Caller caller, IdempotencyKey key, @Valid @RequestBody SendBatchRequest request) {
        caller.require("messages:create");
        Supplier<MessageBatch> send =
                request.groupId() == null ? numbers(caller, request) : group(caller, request, request.groupId());
        return idempotency.once(key, request, () -> accepted(send.get()));
    }

    private Supplier<MessageBatch> numbers(Caller caller, SendBatchRequest request) {
        List<String> numbers = ReadNumbers.read(Objects.requireNonNull(request.recipients()));
        return () -> toNumbers.send(caller.account(), instances(request), request.text(), numbers);
    }

    /** The group is asked for before the transaction: no connection waits for another service. */
    private Supplier<MessageBatch> group(Caller caller, SendBatchRequest request, UUID groupId) {
        GroupPage size = groups.page(caller.accountId(), groupId, 1, null);
        return () -> toGroup.send(caller.account(), instances(request), request.text(), groupId, size);
    }

    private static List<UUID> instances(SendBatchRequest request) {
        return request.instanceIds().stream().distinct().toList();
    }

    private static ResponseEntity<?> accepted(MessageBatch batch) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/message-batches/" + batch.id()))
                .body(new Accepted(batch.id(), batch.status(), batch.requested(), batch.queued(), batch.skipped()));
    }

    @Operation(summary = "Read a batch with what became of its messages")
    @GetMapping("/{batchId}")
    BatchView find(Caller caller, @PathVariable UUID batchId) {
        caller.require("messages:read");
        return BatchView.of(find.find(caller, batchId));
    }

    record Accepted(UUID batchId, BatchStatus status, long requested, long queued, long skipped) {}
}
