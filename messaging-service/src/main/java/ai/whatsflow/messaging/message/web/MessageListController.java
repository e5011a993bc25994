package ai.whatsflow.messaging.message.web;

import ai.whatsflow.messaging.message.ListMessages;
import ai.whatsflow.messaging.message.MessageFilter;
import ai.whatsflow.messaging.message.MessageStatus;
import ai.whatsflow.platform.paging.Page;
import ai.whatsflow.platform.paging.PageRequest;
import ai.whatsflow.platform.problem.Storable;
import ai.whatsflow.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Messages")
@RestController
class MessageListController {

    private final ListMessages messages;

    MessageListController(ListMessages messages) {
        this.messages = messages;
    }

    @Operation(summary = "List messages", description = "Newest first; pass nextCursor on for the next page.")
    @GetMapping("/api/v1/messages")
    Page<MessageView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable MessageStatus status,
            @RequestParam(required = false) @Nullable UUID instanceId,
            @RequestParam(required = false) @Nullable UUID batchId,
            @Parameter(description = "Recipient", example = "+94771234567")
                    @RequestParam(required = false)
                    @Storable
                    @Nullable
                    String to,
            @Parameter(description = "Accepted at or after") @RequestParam(required = false) @Nullable Instant from,
            @Parameter(description = "Accepted before") @RequestParam(required = false) @Nullable Instant until,
            PageRequest page) {
        caller.require("messages:read");
        var filter = new MessageFilter(status, instanceId, batchId, recipient(to), from, until);
        return messages.page(caller.scope(), filter, page).map(MessageView::of);
    }

    /** A plus sign that was not escaped arrives as a space. */
    private static @Nullable String recipient(@Nullable String to) {
        if (to == null) {
            return null;
        }
        String digits = to.strip();
        return digits.startsWith("+") ? digits : "+" + digits;
    }
}
