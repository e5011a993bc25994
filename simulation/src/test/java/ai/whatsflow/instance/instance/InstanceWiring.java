package ai.whatsflow.instance.instance;

import ai.whatsflow.simulation.Tables;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** The real use cases of this package over the store in memory. */
public final class InstanceWiring {

    public final MoveInstances move;
    public final ApplySessionReports applyReports;

    public InstanceWiring(Tables tables, ApplicationEventPublisher events) {
        Instances instances = new InMemoryInstances(tables);
        QrCodes codes = new NoQrCodes();
        SessionFacts untold = changes -> {};
        move = new MoveInstances(instances, codes, untold);
        applyReports = new ApplySessionReports(instances, codes, untold, events);
    }

    /** The devices of the simulation are linked. */
    private static final class NoQrCodes implements QrCodes {

        @Override
        public Optional<QrCode> find(UUID instanceId) {
            return Optional.empty();
        }

        @Override
        public void show(UUID instanceId, QrCode qr) {}

        @Override
        public void hide(Collection<UUID> instanceIds) {}
    }
}
