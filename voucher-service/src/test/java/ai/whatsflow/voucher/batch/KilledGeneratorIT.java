package ai.whatsflow.voucher.batch;

import static ai.whatsflow.voucher.VoucherFixture.batch;
import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.Await;
import ai.whatsflow.platform.test.PlatformIT;
import ai.whatsflow.platform.test.TestAccounts;
import ai.whatsflow.platform.test.TestEvents;
import ai.whatsflow.platform.test.TestTokens;
import ai.whatsflow.voucher.VoucherFixture;
import ai.whatsflow.voucher.VoucherServiceApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two processes of the service make a batch side by side; one after the other is killed with SIGKILL on the way. */
@PlatformIT
class KilledGeneratorIT {
    private static final Logger log = LoggerFactory.getLogger(KilledGeneratorIT.class);
    private static final int COUNT = 30_000;
    private static final List<String> INHERITED = List.of(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "spring.kafka.bootstrap-servers",
            "whatsflow.security.keycloak-issuer",
            "whatsflow.security.internal-issuer",
            "whatsflow.security.client-secret",
            "whatsflow.encryption.keys",
            "voucher.code.pepper");

    @TempDir
    Path logs;

    private final VoucherFixture vouchers;
    private final VoucherGenerator generator;
    private final JdbcTemplate jdbc;
    private final TestEvents events;
    private final Environment environment;

    @Autowired
    KilledGeneratorIT(
            ApiClient api,
            TestTokens tokens,
            TestAccounts accounts,
            VoucherGenerator generator,
            JdbcTemplate jdbc,
            TestEvents events,
            Environment environment) {
        this.vouchers = new VoucherFixture(api, tokens, accounts.owner());
        this.generator = generator;
        this.jdbc = jdbc;
        this.events = events;
        this.environment = environment;
    }

    @Test
    void makesExactlyTheOrderedNumberOfDistinctCodes() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        log.info("kills at moments of -Dseed={}", seed);
        Random random = new Random(seed);
        generator.stop();
        String batchId =
                vouchers.issue(batch(COUNT, "10.00", "LKR")).expect(202).at("/batchId");

        List<Process> replicas = List.of(replica(1), replica(2));
        for (Process replica : replicas) {
            int moment = generated(batchId) + 1_000 + random.nextInt(5_000);
            Await.until("some codes are made", Duration.ofSeconds(90), () -> generated(batchId) >= moment);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(60));
            replica.destroyForcibly().onExit().join();
        }
        int left = COUNT - generated(batchId);
        assertThat(left).as("the batch is unfinished").isPositive();

        generator.start();
        Await.until(
                "batch is READY",
                Duration.ofSeconds(60),
                () -> vouchers.show(batchId).at("/status").equals("READY"));
        assertThat(generated(batchId)).isEqualTo(COUNT);
        assertThat(count("SELECT count(DISTINCT code_hash) FROM vouchers WHERE batch_id = ?::uuid", batchId))
                .isEqualTo(COUNT);
        assertThat(count("SELECT count(*) FROM voucher_batch_chunks WHERE batch_id = ?::uuid", batchId))
                .isZero();
        assertThat(vouchers.codesOf(batchId)).hasSize(COUNT).doesNotHaveDuplicates();
        assertThat(events.await("voucher.batch", event -> event.key().equals(batchId), 1))
                .hasSize(1);
    }

    private Process replica(int number) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                VoucherServiceApplication.class.getName(),
                "--server.port=0",
                "--spring.liquibase.enabled=false",
                "--whatsflow.outbox.relay-enabled=false"));
        for (String property : INHERITED) {
            command.add("--" + property + "=" + environment.getProperty(property, ""));
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(logs.resolve("replica-" + number + ".log").toFile())
                .start();
    }

    private int generated(String batchId) {
        return count("SELECT generated FROM voucher_batches WHERE id = ?::uuid", batchId);
    }

    private int count(String sql, String batchId) {
        Integer count = jdbc.queryForObject(sql, Integer.class, batchId);
        return count == null ? 0 : count;
    }
}
