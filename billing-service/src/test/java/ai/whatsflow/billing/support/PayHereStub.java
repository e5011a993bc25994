package ai.whatsflow.billing.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * A PayHere of our own: it keeps orders, refuses what the real one refuses, and misbehaves on request. Signs with its
 * own code.
 */
public final class PayHereStub {

    public static final String MERCHANT = "1210000";
    public static final String SECRET = "MzE0MTU5MjY1MzU4OTc5MzIzODQ2MjY0MzM4MzI3OTUw";
    public static final String APP_ID = "4OVx33RVOPg4DzdZUzq4A94D2";
    public static final String APP_SECRET = "8n4VCj25MXp4JLDFyvsE9h4a8qgbPaZUI4JEWK4FCvop";
    private static final PayHereStub SHARED = new PayHereStub();

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final AtomicLong ids = new AtomicLong(320_025_071_278L);
    private final AtomicInteger hanging = new AtomicInteger();
    private final AtomicInteger searches = new AtomicInteger();
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer server;

    private PayHereStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/merchant/v1/oauth/token", this::token);
        server.createContext("/merchant/v1/payment/search", this::search);
        server.start();
    }

    public static PayHereStub shared() {
        return SHARED;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public int searches() {
        return searches.get();
    }

    /** The payer pays at the page that the form leads to; answers with PayHere's payment id. */
    public String pay(Map<String, String> form) {
        requireCheckout(form);
        return capture(form.get("order_id"), form.get("amount"), form.get("currency"), "RECEIVED");
    }

    /** The payer, or an impatient second browser tab, pays the same checkout once more. */
    public String payAgain(Map<String, String> form) {
        String before = answers.get(form.get("order_id"));
        String id = pay(form);
        answers.compute(form.get("order_id"), (orderId, again) -> before + "," + again);
        return id;
    }

    /** Like {@link #pay}, but retrieval says something else was paid. */
    public String payOther(Map<String, String> form, String amount, String currency, String status) {
        requireCheckout(form);
        return capture(form.get("order_id"), amount, currency, status);
    }

    /** Retrieval answers with ids and amounts as JSON strings. */
    public String payWithTextualAnswer(Map<String, String> form) {
        requireCheckout(form);
        String id = Long.toString(ids.incrementAndGet());
        answers.put(
                form.get("order_id"),
                "{\"payment_id\":\"%s\",\"order_id\":\"%s\",\"status\":\"RECEIVED\",\"currency\":\"%s\",\"amount\":\"%s\"}"
                        .formatted(id, form.get("order_id"), form.get("currency"), form.get("amount")));
        return id;
    }

    /** The next so many calls are answered only after the caller has given up. */
    public void hang(int calls) {
        hanging.set(calls);
    }

    public void expireTokens() {
        tokens.clear();
    }

    /** A notification as PayHere signs it. */
    public Map<String, String> notification(Map<String, String> form, String paymentId, String statusCode) {
        Map<String, String> notice = new LinkedHashMap<>();
        notice.put("merchant_id", MERCHANT);
        notice.put("order_id", form.get("order_id"));
        notice.put("payment_id", paymentId);
        notice.put("payhere_amount", form.get("amount"));
        notice.put("payhere_currency", form.get("currency"));
        notice.put("status_code", statusCode);
        notice.put(
                "md5sig",
                md5(MERCHANT
                        + form.get("order_id")
                        + form.get("amount")
                        + form.get("currency")
                        + statusCode
                        + md5(SECRET)));
        notice.put("method", "VISA");
        notice.put("status_message", "Successfully completed");
        return notice;
    }

    /** Posts a notification over a connection of its own. */
    public HttpResponse<String> post(String baseUrl, Map<String, String> notice) {
        String body = notice.entrySet().stream()
                .map(field ->
                        field.getKey() + "=" + java.net.URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + "/api/v1/payments/payhere/notify"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private String capture(String orderId, String amount, String currency, String status) {
        long id = ids.incrementAndGet();
        answers.put(orderId, """
                {"payment_id":%d,"order_id":"%s","date":"2026-11-21 10:00:00","description":"x","status":"%s",
                 "currency":"%s","amount":%s,"customer":{"fist_name":"Nimal","last_name":"Perera"},
                 "amount_detail":{"currency":"%s","gross":%s,"fee":0.0,"net":%s,"exchange_rate":1}}
                """.formatted(id, orderId, status, currency, amount, currency, amount, amount));
        return Long.toString(id);
    }

    private static void requireCheckout(Map<String, String> form) {
        String hash = md5(form.get("merchant_id")
                + form.get("order_id")
                + form.get("amount")
                + form.get("currency")
                + md5(SECRET));
        if (!MERCHANT.equals(form.get("merchant_id")) || !hash.equals(form.get("hash"))) {
            throw new IllegalArgumentException("PayHere refuses this checkout");
        }
        for (String field : Set.of("return_url", "cancel_url", "notify_url", "first_name", "email", "items")) {
            if (form.getOrDefault(field, "").isBlank()) {
                throw new IllegalArgumentException("PayHere needs " + field);
            }
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        String expected = "Basic "
                + Base64.getEncoder().encodeToString((APP_ID + ":" + APP_SECRET).getBytes(StandardCharsets.US_ASCII));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !body.equals("grant_type=client_credentials")) {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
            return;
        }
        String token = "t" + ids.incrementAndGet();
        tokens.add(token);
        answer(
                exchange,
                200,
                "{\"access_token\":\"%s\",\"token_type\":\"bearer\",\"expires_in\":599,\"scope\":\"SANDBOX\"}"
                        .formatted(token));
    }

    private void search(HttpExchange exchange) throws IOException {
        searches.incrementAndGet();
        String bearer = exchange.getRequestHeaders().getFirst("Authorization");
        if (bearer == null || !tokens.contains(bearer.replace("Bearer ", ""))) {
            answer(exchange, 401, "{\"error\":\"invalid_token\"}");
            return;
        }
        if (hanging.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            try {
                TimeUnit.SECONDS.sleep(2);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
        String found = answers.get(exchange.getRequestURI().getQuery().replace("order_id=", ""));
        answer(
                exchange,
                200,
                found == null
                        ? "{\"status\":-1,\"msg\":\"No payments found\",\"data\":null}"
                        : "{\"status\":1,\"msg\":\"Payments with order_id\",\"data\":[" + found + "]}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
