package ai.whatsflow.fault.proxy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Every link of a platform in one process. {@code GET /links} lists them, {@code PUT /links/<name>} with the line of a
 * {@link Fault} imposes it, {@code DELETE} ends it.
 */
public final class FaultProxy implements AutoCloseable {

    private static final String PATH = "/links";

    private final Map<String, Link> links = new LinkedHashMap<>();
    private final HttpServer control;

    private FaultProxy(HttpServer control) {
        this.control = control;
    }

    /** Arguments: the port of the control, then {@code name=port:target} for each link. */
    public static void main(String... arguments) throws IOException {
        FaultProxy proxy = open(Integer.parseInt(arguments[0]));
        for (int i = 1; i < arguments.length; i++) {
            String[] parts = arguments[i].split("[=:]");
            proxy.link(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        }
        proxy.control.start();
        System.out.println("carries " + proxy.links.keySet());
    }

    static FaultProxy open(int port) throws IOException {
        HttpServer control = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        FaultProxy proxy = new FaultProxy(control);
        control.createContext(PATH, proxy::answer);
        control.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        return proxy;
    }

    Link link(String name, int port, int target) throws IOException {
        Link link = Link.open(name, port, target);
        links.put(name, link);
        return link;
    }

    void start() {
        control.start();
    }

    int port() {
        return control.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            if (path.equals(PATH)) {
                say(exchange, 200, list());
                return;
            }
            Link link = links.get(URLDecoder.decode(path.substring(PATH.length() + 1), StandardCharsets.UTF_8));
            if (link == null) {
                say(exchange, 404, "no such link\n");
                return;
            }
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            change(exchange, link, body);
        }
    }

    private static void change(HttpExchange exchange, Link link, String body) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                try {
                    link.impose(Fault.parse(body));
                    say(exchange, 200, "");
                } catch (RuntimeException malformed) {
                    say(exchange, 400, malformed + "\n");
                }
            }
            case "DELETE" -> {
                link.impose(null);
                say(exchange, 200, "");
            }
            default -> say(exchange, 405, "");
        }
    }

    private String list() {
        return links.values().stream()
                .map(link -> link.name() + " " + link.port() + " " + link.connections() + "\n")
                .collect(Collectors.joining());
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() throws IOException {
        control.stop(0);
        for (Link link : links.values()) {
            link.close();
        }
    }
}
