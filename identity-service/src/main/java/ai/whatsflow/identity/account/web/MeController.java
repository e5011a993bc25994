package ai.whatsflow.identity.account.web;

import ai.whatsflow.identity.account.Accounts;
import ai.whatsflow.identity.user.User;
import ai.whatsflow.identity.user.Users;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import ai.whatsflow.platform.security.Tier;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Me")
class MeController {

    private final Users users;
    private final Accounts accounts;
    private final AccountViews views;

    MeController(Users users, Accounts accounts, AccountViews views) {
        this.users = users;
        this.accounts = accounts;
        this.views = views;
    }

    @GetMapping("/api/v1/me")
    @Operation(
            summary = "Who you are and what you may do",
            description = "With an API key: the user behind it, with the permissions of the key.")
    MeView showMe(Caller caller) {
        User user = users.find(caller.userId()).orElseThrow(MeController::unknown);
        var account = accounts.find(caller.accountId()).orElseThrow(MeController::unknown);
        return new MeView(
                user.id(),
                user.accountId(),
                user.name(),
                user.email(),
                user.mobile(),
                caller.tier(),
                caller.permissions().stream().sorted().toList(),
                caller.apiKeyId(),
                user.version(),
                views.of(account));
    }

    private static ProblemException unknown() {
        return new ProblemException(PlatformProblem.NOT_FOUND, "This token belongs to nobody here.");
    }

    @Schema(name = "Me")
    record MeView(
            UUID userId,
            UUID accountId,
            @Schema(example = "Anna Perera") String name,
            @Schema(example = "anna@example.com") String email,
            @Schema(example = "+94771234567") @Nullable String mobile,
            Tier tier,

            @Schema(example = "[\"messages:*\",\"instances:*\"]")
            List<String> permissions,

            @Nullable UUID apiKeyId,
            long version,
            AccountView account) {}
}
