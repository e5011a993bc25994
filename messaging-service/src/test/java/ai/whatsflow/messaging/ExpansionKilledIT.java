package ai.whatsflow.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.messaging.Senders.Sender;
import ai.whatsflow.platform.test.Await;
import ai.whatsflow.platform.test.PublishedEvent;
import ai.whatsflow.platform.test.TestEvents;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/** Workers are processes of their own, killed with SIGKILL at a seeded random page; the next one goes on. */
@MessagingIT
@TestPropertySource(properties = "messaging.expansion.workers=0")
class ExpansionKilledIT {

    private static final int MEMBERS = 3_000;
    private static final int PAGE = 100;
    private static final int KILLS = 2;

    @Autowired
    Senders senders;

    @Autowired
    TestEvents events;

    @Autowired
    Environment environment;

    @Test
    void everyMemberIsWrittenToOnceHoweverOftenTheWorkerDies() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        Sender sender = senders.entitledTo(MEMBERS);
        UUID group = ContactService.group(sender.accountId(), MEMBERS, PAGE, Duration.ofMillis(100));
        String batchId = senders.sendToGroup(sender, group).expect(202).at("/batchId");

        for (int kill = 1; kill <= KILLS; kill++) {
            Process worker = startWorker(kill);
            try {
                long until = ContactService.pagesServed(group) + 2 + random.nextInt(8);
                Await.until(
                        "worker " + kill + " has asked for " + until + " pages (seed " + seed + ")",
                        Duration.ofSeconds(60),
                        () -> ContactService.pagesServed(group) >= until);
                Thread.sleep(random.nextInt(150));
            } finally {
                worker.destroyForcibly().onExit().join();
            }
            assertThat(senders.readBatch(sender, batchId).at("/status")).isEqualTo("EXPANDING");
        }
        Process last = startWorker(KILLS + 1);
        try {
            Await.until(
                    "the last worker is done (seed " + seed + ")",
                    Duration.ofSeconds(90),
                    () -> senders.readBatch(sender, batchId).at("/status").equals("QUEUED"));
        } finally {
            last.destroyForcibly().onExit().join();
        }

        assertThat(senders.stored(sender)).as("seed %s", seed).isEqualTo(MEMBERS);
        assertThat(senders.count(
                        "SELECT count(DISTINCT recipient) FROM messages WHERE account_id = ?", sender.accountId()))
                .isEqualTo(MEMBERS);
        assertThat(senders.used(sender)).isEqualTo(MEMBERS);
        Map<String, Long> byRecipient =
                events.await("messaging.message", event -> isOf(event, batchId), MEMBERS).stream()
                        .collect(Collectors.groupingBy(
                                event -> event.payload().at("/to").asString(), Collectors.counting()));
        assertThat(byRecipient).as("seed %s", seed).hasSize(MEMBERS);
        assertThat(byRecipient.values()).as("seed %s", seed).containsOnly(1L);
    }

    private static boolean isOf(PublishedEvent event, String batchId) {
        return event.payload().at("/batchId").asString("").equals(batchId);
    }

    private Process startWorker(int number) throws IOException {
        ProcessBuilder worker = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.contains("test-classes"))
                        .collect(Collectors.joining(File.pathSeparator)),
                MessagingServiceApplication.class.getName()));
        Map<String, String> variables = worker.environment();
        variables.put("SERVER_PORT", "0");
        pass(variables, "SPRING_DATASOURCE_URL", "spring.datasource.url");
        pass(variables, "SPRING_DATASOURCE_USERNAME", "spring.datasource.username");
        pass(variables, "SPRING_DATASOURCE_PASSWORD", "spring.datasource.password");
        pass(variables, "SPRING_KAFKA_BOOTSTRAP_SERVERS", "spring.kafka.bootstrap-servers");
        pass(variables, "WHATSFLOW_SECURITY_KEYCLOAK_ISSUER", "whatsflow.security.keycloak-issuer");
        pass(variables, "WHATSFLOW_SECURITY_INTERNAL_ISSUER", "whatsflow.security.internal-issuer");
        variables.put("WHATSFLOW_SECURITY_CLIENT_SECRET", "test");
        variables.put("WHATSFLOW_SERVICES_CONTACT_URL", ContactService.url());
        variables.put("MESSAGING_EXPANSION_PAGE_SIZE", Integer.toString(PAGE));
        variables.put("MESSAGING_EXPANSION_LEASE", "2s");
        Path log = Files.createDirectories(Path.of("target/workers")).resolve("worker-" + number + ".log");
        return worker.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private void pass(Map<String, String> variables, String variable, String property) {
        variables.put(variable, environment.getProperty(property, ""));
    }
}
