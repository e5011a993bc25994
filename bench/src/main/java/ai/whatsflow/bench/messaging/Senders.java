package ai.whatsflow.bench.messaging;

import ai.whatsflow.bench.measure.Wrk;
import ai.whatsflow.bench.scene.Scene;
import ai.whatsflow.bench.scene.StandInIssuer;
import ai.whatsflow.bench.scene.Tenant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** Customers at the gateway, each with a token and a device, who send messages. */
record Senders(Scene scene, String gateway, List<Tenant> tenants, List<String> tokens) {

    static final List<String> RECIPIENTS =
            IntStream.range(0, 10_000).mapToObj("+9477%07d"::formatted).toList();

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Senders introduce(Scene scene, StandInIssuer issuer, String gateway, int count) throws Exception {
        List<Tenant> tenants = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tenants.add(Tenant.introduce(scene));
        }
        Senders senders = new Senders(
                scene, gateway, tenants, tenants.stream().map(issuer::token).toList());
        for (int i = 0; i < count; i++) {
            senders.awaitKnown(i);
        }
        return senders;
    }

    /** Returns the seconds until the 202, after checking that every message of the batch is stored by then. */
    double postBatch() throws IOException, InterruptedException, SQLException {
        String body = JSON.writeValueAsString(Map.of(
                "instanceIds",
                List.of(tenants.getFirst().instanceId()),
                "text",
                "Your order is ready.",
                "recipients",
                RECIPIENTS));
        HttpRequest request = request(0, "/api/v1/message-batches", body);
        long start = System.nanoTime();
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        double seconds = (System.nanoTime() - start) / 1e9;
        if (answer.statusCode() != 202) {
            throw new IOException("POST /message-batches answers " + answer.statusCode() + " " + answer.body());
        }
        requireStored(
                UUID.fromString(JSON.readTree(answer.body()).path("batchId").asString()));
        return seconds;
    }

    /** Posts single messages over 64 connections by that many of the tenants in turn; returns what was answered. */
    Wrk.Answers post(int accounts, Duration time) throws IOException, InterruptedException {
        Path script = scene.home().run("accept.lua");
        Files.writeString(script, """
                local run, n = "%s", 0
                local tokens = { %s }
                local devices = { %s }
                request = function()
                    n = n + 1
                    local who = n %% #tokens + 1
                    return wrk.format("POST", "/api/v1/messages", {
                        ["Authorization"] = "Bearer " .. tokens[who],
                        ["Content-Type"] = "application/json",
                        ["Idempotency-Key"] = run .. n
                    }, '{"instanceId":"' .. devices[who] .. '","to":"+94771234567","text":"Your order is ready."}')
                end
                """.formatted(
                        UUID.randomUUID(),
                        quoted(tokens.subList(0, accounts)),
                        quoted(tenants.stream()
                                .limit(accounts)
                                .map(tenant -> tenant.instanceId().toString())
                                .toList())));
        return new Wrk(gateway, 64, Map.of(), script).count(time);
    }

    private static String quoted(List<String> words) {
        return words.stream().map(word -> '"' + word + '"').collect(Collectors.joining(", "));
    }

    private void requireStored(UUID batchId) throws SQLException {
        try (Connection database = scene.database("messaging-service");
                PreparedStatement count =
                        database.prepareStatement("SELECT count(*) FROM messages WHERE batch_id = ?")) {
            count.setObject(1, batchId);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                if (row.getInt(1) != RECIPIENTS.size()) {
                    throw new SQLException("only " + row.getInt(1) + " messages of the batch are stored");
                }
            }
        }
    }

    private void awaitKnown(int tenant) throws Exception {
        String body = JSON.writeValueAsString(Map.of(
                "instanceId", tenants.get(tenant).instanceId(), "to", "+94771234567", "text", "Your order is ready."));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            HttpResponse<String> answer =
                    HTTP.send(request(tenant, "/api/v1/messages", body), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 202) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("POST /messages answers " + answer.statusCode() + " " + answer.body());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private HttpRequest request(int tenant, String path, String body) {
        return HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + tokens.get(tenant))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
