package ai.whatsflow.simulator.device;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What a device may say, one JSON object a line. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = ClientFrame.Hello.class, name = "hello"),
    @Type(value = ClientFrame.Pair.class, name = "pair"),
    @Type(value = ClientFrame.Send.class, name = "send"),
    @Type(value = ClientFrame.Received.class, name = "received"),
    @Type(value = ClientFrame.Logout.class, name = "logout"),
    @Type(value = ClientFrame.Ping.class, name = "ping"),
})
sealed interface ClientFrame {

    record Hello(
            @Nullable String deviceId,
            @Nullable String secret,
            @Nullable String client) implements ClientFrame {

        @Override
        public String toString() {
            return "Hello[" + deviceId + "]";
        }
    }

    record Pair(@Nullable String client) implements ClientFrame {}

    record Send(
            @Nullable String whatsappId,
            @Nullable String to,
            @Nullable String text,
            long messageKey) implements ClientFrame {

        @Override
        public String toString() {
            return "Send[" + whatsappId + "]";
        }
    }

    record Received(long through) implements ClientFrame {}

    record Logout() implements ClientFrame {}

    record Ping() implements ClientFrame {}
}
