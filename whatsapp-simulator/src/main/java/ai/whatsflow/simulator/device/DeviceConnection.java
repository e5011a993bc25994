package ai.whatsflow.simulator.device;

import ai.whatsflow.simulator.network.ConnectResult;
import ai.whatsflow.simulator.network.Ending;
import ai.whatsflow.simulator.network.Linked;
import ai.whatsflow.simulator.network.LiveSocket;
import ai.whatsflow.simulator.network.PhoneNumber;
import ai.whatsflow.simulator.network.Postman;
import ai.whatsflow.simulator.network.Push;
import ai.whatsflow.simulator.network.Refusal;
import ai.whatsflow.simulator.network.SendRequest;
import ai.whatsflow.simulator.network.SendResult;
import ai.whatsflow.simulator.network.WhatsAppNetwork;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One device's socket from greeting to end. Frames are read on its own thread; everything else may come from any. */
final class DeviceConnection implements LiveSocket, PairingDesk.Waiting {

    private static final int PROTOCOL = 1;
    private static final String UNNAMED = "unnamed";

    private final JsonMapper json = JsonMapper.shared();
    private final Socket socket;
    private final Surroundings around;
    private final FrameWriter writer;

    private volatile String client = UNNAMED;
    private volatile @Nullable String deviceId;
    private volatile boolean left;
    private boolean greeted;

    DeviceConnection(Socket socket, Surroundings around) {
        this.socket = socket;
        this.around = around;
        this.writer = new FrameWriter(socket);
    }

    void run() {
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(Math.toIntExact(around.helloWithin().toMillis()));
            say(new ServerFrame.Welcome(true, PROTOCOL));
            FrameReader reader = new FrameReader(socket.getInputStream(), around.maxFrame());
            for (byte[] line = reader.next(); line != null; line = reader.next()) {
                if (!handle(line)) {
                    break;
                }
            }
        } catch (FrameReader.FrameTooLarge e) {
            refuseAndClose(Refusal.FRAME_TOO_LARGE);
        } catch (IOException e) {
            writer.abort();
        } finally {
            leave();
        }
    }

    private boolean handle(byte[] line) throws IOException {
        ClientFrame frame;
        try {
            frame = Objects.requireNonNull(json.readValue(line, ClientFrame.class));
        } catch (JacksonException | NullPointerException e) {
            return refuseAndClose(Refusal.MALFORMED_FRAME);
        }
        return switch (frame) {
            case ClientFrame.Hello hello -> greet(hello);
            case ClientFrame.Pair pair -> pair(pair);
            case ClientFrame.Send send -> send(send);
            case ClientFrame.Received received -> received(received);
            case ClientFrame.Logout logout -> logOut();
            case ClientFrame.Ping ping -> say(new ServerFrame.Pong());
        };
    }

    private boolean greet(ClientFrame.Hello hello) throws IOException {
        if (greeted) {
            return refuseAndClose(Refusal.ALREADY_GREETED);
        }
        if (hello.deviceId() == null || hello.secret() == null) {
            return refuseAndClose(Refusal.UNKNOWN_CREDENTIALS);
        }
        begin(hello.client());
        ConnectResult result = around.network().connect(hello.deviceId(), hello.secret(), this);
        return switch (result) {
            case ConnectResult.Connected connected -> {
                deviceId = hello.deviceId();
                say(new ServerFrame.Online(true, connected.phone(), connected.lastMessageKey()));
                around.network().ready(hello.deviceId(), this);
                yield true;
            }
            case ConnectResult.Refused refused -> refuseAndClose(refused.reason());
        };
    }

    private boolean pair(ClientFrame.Pair pair) throws IOException {
        if (greeted) {
            return refuseAndClose(Refusal.ALREADY_GREETED);
        }
        begin(pair.client());
        around.pairingDesk().open(this);
        return true;
    }

    private void begin(@Nullable String name) throws IOException {
        greeted = true;
        client = name == null || name.isBlank() ? UNNAMED : name;
        socket.setSoTimeout(Math.toIntExact(around.silence().toMillis()));
    }

    private boolean send(ClientFrame.Send send) {
        String device = deviceId;
        if (device == null) {
            return say(new ServerFrame.Refused(Refusal.NOT_LINKED, send.whatsappId()));
        }
        if (around.postman().losesSend()) {
            return true;
        }
        SendRequest request = new SendRequest(
                Objects.requireNonNullElse(send.whatsappId(), ""),
                Objects.requireNonNullElse(send.to(), ""),
                Objects.requireNonNullElse(send.text(), ""),
                send.messageKey());
        switch (around.network().send(device, this, request)) {
            case SendResult.Refused refused -> say(new ServerFrame.Refused(refused.reason(), send.whatsappId()));
            case SendResult.Accepted accepted -> {
                if (!around.postman().losesAck()) {
                    say(new ServerFrame.Ack(request.whatsappId(), accepted.duplicate(), accepted.at()));
                }
                if (!accepted.duplicate()) {
                    around.postman().carry(accepted.message());
                }
            }
        }
        return true;
    }

    private boolean received(ClientFrame.Received received) {
        String device = deviceId;
        if (device != null) {
            around.network().received(device, received.through());
        }
        return true;
    }

    private boolean logOut() {
        String device = deviceId;
        if (device == null) {
            return say(new ServerFrame.Refused(Refusal.NOT_LINKED, null));
        }
        around.network().end(device, Ending.LOGGED_OUT);
        return false;
    }

    @Override
    public void show(PairingDesk.Code code) {
        say(new ServerFrame.Qr(
                true,
                code.text(),
                code.attempt(),
                code.of(),
                code.expiresAt(),
                code.expiresIn().toMillis()));
    }

    @Override
    public void giveUp() {
        say(new ServerFrame.PairingEnded());
        writer.finish();
    }

    @Override
    public String linked(PhoneNumber phone) {
        Linked linked = around.network().link(phone, this);
        deviceId = linked.deviceId();
        say(new ServerFrame.Linked(true, linked.deviceId(), linked.secret(), phone));
        around.network().ready(linked.deviceId(), this);
        if (left) {
            around.network().disconnect(linked.deviceId(), this);
        }
        return linked.deviceId();
    }

    @Override
    public String client() {
        return client;
    }

    @Override
    public void push(Push push) {
        say(
                switch (push) {
                    case Push.Receipt receipt ->
                        new ServerFrame.Receipt(receipt.seq(), receipt.whatsappId(), receipt.status(), receipt.at());
                    case Push.Inbound inbound ->
                        new ServerFrame.Inbound(
                                inbound.seq(), inbound.whatsappId(), inbound.from(), inbound.text(), inbound.at());
                });
    }

    @Override
    public void end(Ending ending) {
        switch (ending) {
            case CONFLICT -> say(new ServerFrame.Conflict());
            case LOGGED_OUT -> say(new ServerFrame.LoggedOut());
            case BANNED -> say(new ServerFrame.Banned());
            case CUT -> writer.abort();
        }
        writer.finish();
    }

    private boolean say(ServerFrame frame) {
        writer.write((json.writeValueAsString(frame) + "\n").getBytes(StandardCharsets.UTF_8));
        return true;
    }

    private boolean refuseAndClose(Refusal reason) {
        say(new ServerFrame.Refused(reason, null));
        writer.finish();
        return false;
    }

    private void leave() {
        left = true;
        around.pairingDesk().leave(this);
        String device = deviceId;
        if (device != null) {
            around.network().disconnect(device, this);
        }
        writer.finish();
    }

    /** What every connection shares. */
    record Surroundings(
            WhatsAppNetwork network,
            Postman postman,
            PairingDesk pairingDesk,
            int maxFrame,
            Duration silence,
            Duration helloWithin) {}
}
