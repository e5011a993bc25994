package ai.whatsflow.node.support;

import ai.whatsflow.node.engine.WhatsAppEngineConformance.Counterpart;
import ai.whatsflow.simulator.SimulatorProperties;
import ai.whatsflow.simulator.device.DeviceSocketServer;
import ai.whatsflow.simulator.device.PairingDesk;
import ai.whatsflow.simulator.network.Counts;
import ai.whatsflow.simulator.network.Ending;
import ai.whatsflow.simulator.network.Message;
import ai.whatsflow.simulator.network.NetworkReport;
import ai.whatsflow.simulator.network.NetworkReport.DeviceView;
import ai.whatsflow.simulator.network.PhoneNumber;
import ai.whatsflow.simulator.network.Postman;
import ai.whatsflow.simulator.network.WhatsAppNetwork;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/** The real simulator in this process, without its admin API: its parts are asked directly. */
public final class InProcessSimulator implements Counterpart, AutoCloseable {

    private final ConfigurableApplicationContext context;

    @EnableConfigurationProperties(SimulatorProperties.class)
    @ComponentScan(
            basePackages = "ai.whatsflow.simulator",
            excludeFilters =
                    @Filter(
                            type = FilterType.REGEX,
                            pattern = "ai.whatsflow.simulator.(web\\..*|WhatsApp.*Application)"))
    static class Parts {}

    private InProcessSimulator(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static InProcessSimulator start(Path directory) {
        return start(directory, 0);
    }

    public static InProcessSimulator start(Path directory, int port) {
        return new InProcessSimulator(new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.config.location=optional:classpath:/none/",
                        "--simulator.device-port=" + port,
                        "--simulator.seed=7",
                        "--simulator.data-directory=" + directory,
                        "--simulator.latency.delivered-min=5ms",
                        "--simulator.latency.delivered-max=50ms",
                        "--simulator.latency.read-min=5ms",
                        "--simulator.latency.read-max=100ms"));
    }

    public int port() {
        return context.getBean(DeviceSocketServer.class).port();
    }

    public Counts counts(String sender) {
        return report().counts(new PhoneNumber(sender));
    }

    public Postman postman() {
        return context.getBean(Postman.class);
    }

    public List<Message> messages(String sender) {
        return report().messages(new PhoneNumber(sender), null, 0, 100_000).items();
    }

    @Override
    public void scan(String code, String phone) {
        context.getBean(PairingDesk.class).scan(code, new PhoneNumber(phone)).orElseThrow();
    }

    @Override
    public List<String> received(String recipient, String sender) {
        return report().messages(new PhoneNumber(sender), new PhoneNumber(recipient), 0, 100_000).items().stream()
                .filter(message -> message.deliveredAt() != null)
                .map(Message::text)
                .toList();
    }

    @Override
    public void write(String from, String to, String text) {
        network().phoneSends(new PhoneNumber(from), new PhoneNumber(to), text);
    }

    @Override
    public void cut(String phone) {
        devices(phone).forEach(device -> network().end(device.deviceId(), Ending.CUT));
    }

    @Override
    public void logOut(String phone) {
        devices(phone).forEach(device -> network().end(device.deviceId(), Ending.LOGGED_OUT));
    }

    @Override
    public void ban(String phone) {
        devices(phone).forEach(device -> network().end(device.deviceId(), Ending.BANNED));
    }

    @Override
    public int unacknowledged(String phone) {
        return devices(phone).stream().mapToInt(DeviceView::pendingPushes).sum();
    }

    @Override
    public boolean connected(String phone) {
        return devices(phone).stream().anyMatch(DeviceView::online);
    }

    public List<DeviceView> devices(String phone) {
        return report().devices(new PhoneNumber(phone), 0, 1_000).items();
    }

    private NetworkReport report() {
        return context.getBean(NetworkReport.class);
    }

    private WhatsAppNetwork network() {
        return context.getBean(WhatsAppNetwork.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
