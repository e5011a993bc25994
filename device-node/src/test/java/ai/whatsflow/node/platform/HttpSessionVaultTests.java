package ai.whatsflow.node.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.node.vault.SessionVault.Loaded;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.web.client.RestClient;

class HttpSessionVaultTests {

    private static final int AT_ONCE = 32;

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch full = new CountDownLatch(AT_ONCE);
    private final CountDownLatch open = new CountDownLatch(1);

    @Test
    void asksForABoundedNumberOfSessionsAtOnceAndForAllInTheEnd() throws Exception {
        HttpSessionVault vault = new HttpSessionVault(RestClient.builder()
                .baseUrl("http://instances")
                .requestFactory((uri, method) -> new MockClientHttpRequest(method, uri) {
                    @Override
                    protected ClientHttpResponse executeInternal() {
                        return answer();
                    }
                })
                .build());
        List<Future<Loaded>> loads = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 500; i++) {
                loads.add(threads.submit(() -> vault.load(UUID.randomUUID(), 1)));
            }
            assertThat(full.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(asked).hasValue(AT_ONCE);
            open.countDown();
        }
        for (Future<Loaded> load : loads) {
            assertThat(load.get()).isEqualTo(new Loaded.Nothing());
        }
    }

    private ClientHttpResponse answer() {
        asked.incrementAndGet();
        full.countDown();
        try {
            open.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new MockClientHttpResponse(new byte[0], HttpStatus.NOT_FOUND);
    }
}
