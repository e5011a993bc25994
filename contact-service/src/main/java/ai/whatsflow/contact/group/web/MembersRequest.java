package ai.whatsflow.contact.group.web;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;

record MembersRequest(@NotEmpty @Size(max = 10_000) Set<@NotNull UUID> contactIds) {}
