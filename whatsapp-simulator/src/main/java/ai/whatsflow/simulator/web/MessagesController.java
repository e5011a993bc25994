package ai.whatsflow.simulator.web;

import ai.whatsflow.simulator.network.Message;
import ai.whatsflow.simulator.network.NetworkReport;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/simulator/v1/messages")
class MessagesController {

    private final NetworkReport report;

    MessagesController(NetworkReport report) {
        this.report = report;
    }

    @GetMapping
    Listing<Message> list(
            @RequestParam(required = false) @Nullable String sender,
            @RequestParam(required = false) @Nullable String recipient,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return Listing.of(report.messages(
                Numbers.optional(sender), Numbers.optional(recipient), Listing.position(cursor), Listing.limit(limit)));
    }
}
