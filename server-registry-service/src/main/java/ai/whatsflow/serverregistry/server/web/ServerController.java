package ai.whatsflow.serverregistry.server.web;

import ai.whatsflow.platform.paging.Page;
import ai.whatsflow.platform.paging.PageRequest;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import ai.whatsflow.serverregistry.server.Server;
import ai.whatsflow.serverregistry.server.ServerStatus;
import ai.whatsflow.serverregistry.server.Servers;
import ai.whatsflow.serverregistry.server.SetMaintenance;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/servers")
@Tag(name = "Servers", description = "WhatsApp servers and their health")
class ServerController {

    record MaintenanceRequest(@NotNull @Nullable Boolean enabled) {}

    private final Servers servers;
    private final SetMaintenance setMaintenance;

    ServerController(Servers servers, SetMaintenance setMaintenance) {
        this.servers = servers;
        this.setMaintenance = setMaintenance;
    }

    @GetMapping
    @Operation(summary = "List servers with their status and metrics")
    Page<ServerResponse> list(Caller caller, @RequestParam @Nullable ServerStatus status, PageRequest page) {
        caller.require("servers:read");
        return Page.of(servers.list(status, page), page, Server::id).map(ServerResponse::of);
    }

    @GetMapping("/{serverId}")
    @Operation(summary = "Read one server")
    ServerResponse read(Caller caller, @PathVariable UUID serverId) {
        caller.require("servers:read");
        return servers.find(serverId)
                .map(ServerResponse::of)
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND, "There is no such server."));
    }

    @PutMapping("/{serverId}/maintenance")
    @Operation(summary = "Take a server out of service or put it back")
    ServerResponse maintain(
            Caller caller, @PathVariable UUID serverId, @Valid @RequestBody MaintenanceRequest request) {
        caller.require("servers:maintain");
        return ServerResponse.of(setMaintenance.set(serverId, Boolean.TRUE.equals(request.enabled())));
    }
}
