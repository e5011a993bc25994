package ai.whatsflow.serverregistry.node.web;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

record ExitNoticeRequest(@NotNull UUID bootId) {}
