package ai.whatsflow.instance.instance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact with the state it left behind.
 *
 * @param instance carries the version of this very fact
 * @param qr the code that was issued; its value stays here
 */
public record SessionChanged(
        SessionFact fact, Instance instance, @Nullable QrCode qr, Instant at) {}
