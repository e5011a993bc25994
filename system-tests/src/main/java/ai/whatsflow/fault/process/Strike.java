package ai.whatsflow.fault.process;

import ai.whatsflow.demo.StepFailure;
import ai.whatsflow.fault.plan.Blow;
import ai.whatsflow.fault.proxy.ProxyControl;
import java.io.IOException;
import java.util.List;

/** Does to the platform what a blow says, and makes it good again. */
public final class Strike {

    private final Parts parts;
    private final ProxyControl proxy;
    private final RelayWatch relay;

    /** What a service's database says of the relay on it. */
    public interface RelayWatch {

        /** Whether nothing waits to be relayed. */
        boolean drained(String service);
    }

    public Strike(Parts parts, ProxyControl proxy, RelayWatch relay) {
        this.parts = parts;
        this.proxy = proxy;
        this.relay = relay;
    }

    /** What has to be there before the blow. */
    public void prepare(Blow blow) {
        if (blow instanceof Blow.FreezeRelay frozen) {
            startAgain(frozen.service() + "-2");
        }
    }

    public void hit(Blow blow) {
        switch (blow) {
            case Blow.Kill kill -> parts.kill(kill.part());
            case Blow.Freeze freeze -> parts.freeze(freeze.part());
            case Blow.FreezeRelay frozen -> parts.freeze(frozen.service());
            case Blow.Impair impair -> onEach(impair.links(), link -> proxy.impose(link, impair.fault()));
        }
    }

    /** Returns once what was hit is ready again; what went wrong meanwhile. */
    public List<String> mend(Blow blow) {
        switch (blow) {
            case Blow.Kill kill -> startAgain(kill.part());
            case Blow.Freeze freeze -> {
                parts.thaw(freeze.part());
                parts.start(freeze.part());
            }
            case Blow.FreezeRelay frozen -> {
                return wake(frozen.service());
            }
            case Blow.Impair impair -> onEach(impair.links(), proxy::heal);
        }
        return List.of();
    }

    /** Twice if need be: the port of a dead process may be in use by somebody's outgoing connection for a moment. */
    private void startAgain(String part) {
        try {
            parts.start(part);
        } catch (StepFailure first) {
            parts.start(part);
        }
    }

    private List<String> wake(String service) {
        boolean carriedOn = relay.drained(service);
        parts.thaw(service);
        parts.start(service);
        parts.endReplica(service);
        return carriedOn ? List.of() : List.of("nobody took over from the frozen relay of " + service);
    }

    private interface ToLink {
        void does(String link) throws IOException;
    }

    private static void onEach(List<String> links, ToLink action) {
        for (String link : links) {
            try {
                action.does(link);
            } catch (IOException noProxy) {
                throw new StepFailure("the fault proxy does not answer for " + link + ": " + noProxy);
            }
        }
    }
}
