package ai.whatsflow.payhere.simulator.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A merchant's notify route that holds every answer back until the expected number of posts has arrived. */
final class MerchantStub implements AutoCloseable {
    private final HttpServer server;
    private final CountDownLatch arrivals;
    private final Set<Integer> connections = ConcurrentHashMap.newKeySet();
    private final List<Map<String, String>> forms = new CopyOnWriteArrayList<>();

    MerchantStub(int expectedTogether) throws IOException {
        arrivals = new CountDownLatch(expectedTogether);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/notify", this::receive);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/notify";
    }

    List<Map<String, String>> forms() {
        return forms;
    }

    int connections() {
        return connections.size();
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        forms.add(Arrays.stream(body.split("&"))
                .map(field -> field.split("=", -1))
                .collect(Collectors.toMap(pair -> decode(pair[0]), pair -> decode(pair[1]))));
        connections.add(exchange.getRemoteAddress().getPort());
        arrivals.countDown();
        exchange.sendResponseHeaders(together() ? 200 : 500, -1);
        exchange.close();
    }

    private boolean together() {
        try {
            return arrivals.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
