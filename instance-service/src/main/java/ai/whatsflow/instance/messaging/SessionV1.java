package ai.whatsflow.instance.messaging;

import ai.whatsflow.instance.instance.Instance;
import ai.whatsflow.instance.instance.QrCode;
import ai.whatsflow.instance.instance.SessionChanged;
import ai.whatsflow.instance.instance.SessionFact;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The state of an instance after something happened to it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionV1(
        UUID instanceId,
        long version,
        UUID accountId,
        String engine,
        String state,
        @Nullable String phone,
        @Nullable UUID serverId,
        long epoch,
        @Nullable QrV1 qr,
        Instant at) {

    static final String TOPIC = "instance.session";
    static final Set<String> TYPES =
            Stream.of(SessionFact.values()).map(SessionV1::type).collect(Collectors.toUnmodifiableSet());

    /** That a code was issued; the code itself never leaves the service but to its owner. */
    record QrV1(int attempt, Instant expiresAt) {}

    static SessionV1 of(SessionChanged changed) {
        Instance instance = changed.instance();
        QrCode qr = changed.qr();
        return new SessionV1(
                instance.id(),
                instance.version(),
                instance.accountId(),
                instance.engine(),
                instance.state().name(),
                instance.phone(),
                instance.serverId(),
                instance.epoch(),
                qr == null ? null : new QrV1(qr.attempt(), qr.expiresAt()),
                changed.at());
    }

    static String type(SessionFact fact) {
        return switch (fact) {
            case CREATED -> "instance.session.created.v1";
            case QR_ISSUED -> "instance.session.qr-issued.v1";
            case LINKED -> "instance.session.linked.v1";
            case CONNECTED -> "instance.session.connected.v1";
            case DISCONNECTED -> "instance.session.disconnected.v1";
            case LOGGED_OUT -> "instance.session.logged-out.v1";
            case MOVED -> "instance.session.moved.v1";
        };
    }
}
