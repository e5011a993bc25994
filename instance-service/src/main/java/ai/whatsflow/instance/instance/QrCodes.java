package ai.whatsflow.instance.instance;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** The codes that are shown now, sealed at rest. */
public interface QrCodes {

    /** The code of this instance, unless it has run out. */
    Optional<QrCode> find(UUID instanceId);

    void show(UUID instanceId, QrCode qr);

    void hide(Collection<UUID> instanceIds);
}
