package ai.whatsflow.contact.recipient.web;

import ai.whatsflow.contact.recipient.ListRecipients;
import ai.whatsflow.contact.recipient.RecipientPage;
import ai.whatsflow.platform.paging.PageRequest;
import ai.whatsflow.platform.security.OnlyClients;
import ai.whatsflow.platform.security.ServiceCaller;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Hidden
@RestController
class RecipientController {

    private final ListRecipients recipients;

    RecipientController(ListRecipients recipients) {
        this.recipients = recipients;
    }

    @OnlyClients("messaging-service")
    @GetMapping("/internal/v1/contact-groups/{groupId}/recipients")
    RecipientPage page(
            ServiceCaller service,
            @PathVariable UUID groupId,
            @RequestParam UUID accountId,
            @RequestParam(defaultValue = "1000") @Min(1) @Max(1000) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return recipients.page(accountId, groupId, PageRequest.of(limit, cursor));
    }
}
