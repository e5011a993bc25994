package ai.whatsflow.messaging.quota.web;

import ai.whatsflow.messaging.quota.ReadQuota;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.AccountDirectory;
import ai.whatsflow.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Quota")
@RestController
class QuotaController {

    private final ReadQuota quota;
    private final AccountDirectory accounts;

    QuotaController(ReadQuota quota, AccountDirectory accounts) {
        this.quota = quota;
        this.accounts = accounts;
    }

    @Operation(summary = "Read this month's message quota")
    @GetMapping("/api/v1/message-quota")
    QuotaView read(Caller caller, @RequestParam(required = false) @Nullable UUID accountId) {
        caller.require("messages:read");
        if (accountId == null) {
            return QuotaView.of(quota.of(caller.account()));
        }
        caller.requireReach(accountId);
        return QuotaView.of(quota.of(accounts.find(accountId)
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND, "There is no such account."))));
    }
}
