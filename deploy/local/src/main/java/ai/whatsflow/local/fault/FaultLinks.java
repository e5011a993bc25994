package ai.whatsflow.local.fault;

import ai.whatsflow.local.component.Port;
import ai.whatsflow.local.component.Ports;
import ai.whatsflow.local.files.Home;
import ai.whatsflow.local.files.PrivateFile;
import ai.whatsflow.local.files.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ways between parts, and whether they lead through the proxy: chosen when a platform is started, true until it is
 * ended. A part follows a way because its environment names the proxy's port instead of the other part's.
 */
public record FaultLinks(Home home, Ports ports) {

    private static final List<String> SERVICES = List.of(
            "identity-service",
            "billing-service",
            "voucher-service",
            "payout-service",
            "messaging-service",
            "instance-service",
            "contact-service",
            "server-registry-service");
    private static final int MOST_NODES = 4;

    /**
     * Leads the ways through the proxy from the next start on.
     *
     * @param running whether something of the platform runs already
     */
    public void open(boolean running) {
        if (running && !areOpen()) {
            throw new StartFailure("The platform runs without proxies: end it first with ./whatsflow down.");
        }
        PrivateFile.write(mark(), "");
    }

    public void close() {
        try {
            Files.deleteIfExists(mark());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean areOpen() {
        return Files.exists(mark());
    }

    /** The environment with which that part takes its ways. */
    public Map<String, String> detour(String part, Map<String, String> environment) {
        if (!areOpen()) {
            return environment;
        }
        Map<String, String> changed = new LinkedHashMap<>(environment);
        for (FaultLink link : all()) {
            if (link.concerns(part)) {
                changed.replaceAll((name, value) -> name.endsWith("_ISSUER") ? value : detoured(value, link));
            }
        }
        return changed;
    }

    /** The port at which a part says it is reached. */
    public int announced(String part, int port) {
        return areOpen()
                ? all().stream()
                        .filter(link -> link.target() == port && link.name().endsWith(">" + part))
                        .mapToInt(FaultLink::port)
                        .findFirst()
                        .orElse(port)
                : port;
    }

    public FaultLink kafka() {
        return all().getFirst();
    }

    /** In an order that never changes, so that each has its port for ever. */
    public List<FaultLink> all() {
        List<FaultLink> links = new ArrayList<>();
        add(links, "services>kafka", "*", ports.of(Port.KAFKA), ports.of(Port.KAFKA_BEHIND_PROXY));
        add(links, "gateway>redis", Port.REDIS);
        add(links, "billing-service>payhere-simulator", Port.PAYHERE_SIMULATOR);
        add(links, "messaging-service>contact-service", Port.CONTACT);
        int gateway = ports.of(Port.GATEWAY);
        add(links, "payhere-simulator>gateway", "billing-service", gateway, gateway);
        for (int i = 0; i < SERVICES.size(); i++) {
            int service = ports.of(Port.IDENTITY) + i;
            add(links, "gateway>" + SERVICES.get(i), "gateway", service, service);
            add(links, SERVICES.get(i) + ">postgresql", Port.POSTGRES);
        }
        for (int number = 1; number <= MOST_NODES; number++) {
            add(links, "node-" + number + ">instance-service", Port.INSTANCE);
            add(links, "node-" + number + ">server-registry-service", Port.REGISTRY);
            add(links, "node-" + number + ">whatsapp-simulator", Port.SIMULATOR_DEVICES);
            add(links, "instance-service>node-" + number, "", 0, ports.ofNode(number));
        }
        return links;
    }

    private void add(List<FaultLink> links, String name, Port target) {
        int port = ports.of(target);
        add(links, name, name.substring(0, name.indexOf('>')), port, port);
    }

    private void add(List<FaultLink> links, String name, String followedBy, int instead, int target) {
        links.add(new FaultLink(name, followedBy, instead, ports.of(Port.FIRST_LINK) + links.size(), target));
    }

    private static String detoured(String value, FaultLink link) {
        if (value.equals(Integer.toString(link.instead()))) {
            return Integer.toString(link.port());
        }
        return Pattern.compile("127\\.0\\.0\\.1:" + link.instead() + "(?!\\d)")
                .matcher(value)
                .replaceAll(Matcher.quoteReplacement("127.0.0.1:" + link.port()));
    }

    private Path mark() {
        return home.run("through-proxies");
    }
}
