package ai.whatsflow.simulator.web;

import ai.whatsflow.simulator.network.Counts;
import ai.whatsflow.simulator.network.NetworkReport;
import ai.whatsflow.simulator.network.NetworkReport.Inbox;
import ai.whatsflow.simulator.network.PhoneNumber;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures by which "exactly once" is judged. */
@RestController
@RequestMapping("/simulator/v1")
class CountsController {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SenderCounts(
            boolean simulated,
            @Nullable PhoneNumber sender,
            @JsonUnwrapped Counts counts) {}

    record RecipientCounts(boolean simulated, @JsonUnwrapped Inbox inbox) {}

    private final NetworkReport report;

    CountsController(NetworkReport report) {
        this.report = report;
    }

    /** Of one sender, or of all. */
    @GetMapping("/counts")
    SenderCounts counts(@RequestParam(required = false) @Nullable String sender) {
        PhoneNumber number = Numbers.optional(sender);
        return new SenderCounts(true, number, report.counts(number));
    }

    @GetMapping("/recipients")
    Listing<Inbox> recipients(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        return Listing.of(report.inboxes(Listing.position(cursor), Listing.limit(limit)));
    }

    @GetMapping("/recipients/{phone}")
    RecipientCounts recipient(@PathVariable String phone) {
        return new RecipientCounts(true, report.inbox(Numbers.required(phone)));
    }
}
