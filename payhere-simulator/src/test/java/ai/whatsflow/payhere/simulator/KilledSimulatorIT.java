package ai.whatsflow.payhere.simulator;

import static ai.whatsflow.payhere.simulator.MerchantFixture.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL to a process of its own: what was answered is still there afterwards. */
class KilledSimulatorIT {
    private static final String NOTIFY = "http://127.0.0.1:9/notify";

    @TempDir
    Path directory;

    @Test
    void keepsOrdersPaymentsAndTotalsAndIgnoresATornLine() throws Exception {
        long firstPayment;
        try (Simulator simulator = new Simulator()) {
            simulator.merchant.checkout(order("before", "150.50", "LKR", NOTIFY));
            simulator.merchant.checkout(order("open", "49.50", "LKR", NOTIFY));
            firstPayment = simulator
                    .merchant
                    .pay("before", "{\"notify\":0}")
                    .body()
                    .get("paymentId")
                    .asLong();
        }
        Files.writeString(directory.resolve("orders.jsonl"), "{\"orderId\":\"torn\",\"am", StandardOpenOption.APPEND);

        try (Simulator simulator = new Simulator()) {
            assertThat(simulator.merchant.totals("LKR").get("captured").asString())
                    .isEqualTo("150.50");
            assertThat(simulator
                            .merchant
                            .pay("open", "{\"notify\":0}")
                            .body()
                            .get("paymentId")
                            .asLong())
                    .isEqualTo(firstPayment + 1);
            assertThat(simulator.merchant.totals("LKR").get("captured").asString())
                    .isEqualTo("200.00");
            assertThat(simulator.merchant.totals("LKR").get("count").asInt()).isEqualTo(2);
        }
    }

    private final class Simulator implements AutoCloseable {
        private final Process process;
        private final MerchantFixture merchant;

        Simulator() throws IOException {
            int port = freePort();
            ProcessBuilder builder = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            PayhereSimulatorApplication.class.getName()))
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("log").toFile());
            builder.environment().put("SERVER_PORT", Integer.toString(port));
            builder.environment().put("PAYHERE_MERCHANT_ID", MerchantFixture.MERCHANT_ID);
            builder.environment().put("PAYHERE_MERCHANT_SECRET", MerchantFixture.MERCHANT_SECRET);
            builder.environment().put("PAYHERE_APP_ID", MerchantFixture.APP_ID);
            builder.environment().put("PAYHERE_APP_SECRET", MerchantFixture.APP_SECRET);
            builder.environment().put("PAYHERE_DATA_DIRECTORY", directory.toString());
            process = builder.start();
            merchant = new MerchantFixture(port);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> merchant.totals("LKR").get("simulated").asBoolean());
        }

        @Override
        public void close() throws InterruptedException {
            process.destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
