package ai.whatsflow.fault.plan;

import ai.whatsflow.fault.proxy.Fault;
import java.util.List;

/** What is done to whom. */
public sealed interface Blow {

    /** SIGKILL; started again afterwards. */
    record Kill(String part) implements Blow {

        @Override
        public String toString() {
            return "SIGKILL " + part;
        }
    }

    /** SIGSTOP; SIGCONT afterwards. */
    record Freeze(String part) implements Blow {

        @Override
        public String toString() {
            return "SIGSTOP " + part;
        }
    }

    /** SIGSTOP to the service whose relay works, while a second process of it is there to take over. */
    record FreezeRelay(String service) implements Blow {

        @Override
        public String toString() {
            return "SIGSTOP " + service + " beside a second one";
        }
    }

    /** A fault on links; healed afterwards. */
    record Impair(List<String> links, Fault fault) implements Blow {

        @Override
        public String toString() {
            return fault.line() + " on " + String.join(", ", links);
        }
    }
}
