package ai.whatsflow.node.registry;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.Duration;
import java.util.UUID;

/** The platform's register of device nodes. Calls block and never throw. */
public interface Registry {

    sealed interface Enrolled {

        record As(UUID serverId) implements Enrolled {}

        /** The token is unknown, used or expired, or the key is not taken: trying again changes nothing. */
        record Refused(int status) implements Enrolled {}

        record Unavailable(String why) implements Enrolled {}
    }

    sealed interface Registered {

        record Every(Duration heartbeatInterval) implements Registered {}

        record Unavailable(String why) implements Registered {}
    }

    sealed interface Beat {

        record Taken() implements Beat {}

        /** The registry does not know this process. */
        record RegisterFirst() implements Beat {}

        record Unavailable(String why) implements Beat {}
    }

    Enrolled enrol(String token, RSAKey publicKey);

    Registered register(Registration registration);

    Beat heartbeat(Heartbeat heartbeat);
}
