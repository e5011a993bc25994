package ai.whatsflow.instance.instance;

import java.util.List;
import java.util.UUID;

/** These sessions have lost their link to a phone; published in the transaction that recorded it. */
public record SessionsLoggedOut(List<UUID> instanceIds) {}
