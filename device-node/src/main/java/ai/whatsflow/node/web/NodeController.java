package ai.whatsflow.node.web;

import ai.whatsflow.node.session.CommandResult;
import ai.whatsflow.node.session.ExecuteCommands;
import ai.whatsflow.node.session.NodeCommand;
import ai.whatsflow.node.session.SessionView;
import ai.whatsflow.node.session.Sessions;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/node/v1")
class NodeController {

    record Commands(@NotEmpty @Size(max = 1_000) List<@NotNull @Valid CommandRequest> commands) {}

    record Results(List<CommandResult> results) {}

    record SessionList(List<SessionView> items) {}

    private final ExecuteCommands executeCommands;
    private final Sessions sessions;

    NodeController(ExecuteCommands executeCommands, Sessions sessions) {
        this.executeCommands = executeCommands;
        this.sessions = sessions;
    }

    @PostMapping("/commands")
    @Operation(
            operationId = "executeCommands",
            summary = "Carry out a batch of commands; those of one session in their order")
    Results execute(@Valid @RequestBody Commands request) {
        List<NodeCommand> commands = IntStream.range(0, request.commands().size())
                .mapToObj(i -> request.commands().get(i).command(i))
                .toList();
        return new Results(executeCommands.execute(commands));
    }

    @GetMapping("/sessions")
    @Operation(operationId = "listSessions", summary = "The sessions this process holds")
    SessionList list() {
        return new SessionList(sessions.views());
    }
}
