package ai.whatsflow.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.gateway.ratelimit.PermitBucket.Decision;
import ai.whatsflow.platform.test.Seeds;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;

/** Several gateways, one count: what they admit together. */
class PermitLeaseTests {

    private static final int GATEWAYS = 3;

    @Test
    void admitsExactlyTheLimitWhenLittleIsAskedAtATime() {
        FakeTime time = new FakeTime(1_000_000_000_000L);
        CountingSource source = new CountingSource(time);
        Quota quota = new Quota(100, Duration.ofMinutes(1));
        List<Gateway> gateways = gateways(source, time, quota);

        int admitted = 0;
        for (int i = 0; i < 400; i++) {
            admitted += gateways.get(i % GATEWAYS).request() ? 1 : 0;
        }

        assertThat(admitted).isEqualTo(100);
    }

    @Test
    void neverPassesTheLimitByMoreThanTheCredit() {
        Seeds.check(300, random -> {
            FakeTime time = new FakeTime(1_000_000_000_000L + random.nextInt(60_000));
            CountingSource source = new CountingSource(time);
            Quota quota = new Quota(1 + random.nextInt(3_000), Duration.ofSeconds(1 + random.nextInt(60)));
            List<Gateway> gateways = gateways(source, time, quota);
            long window = quota.window().toMillis();
            int[] admitted = new int[1];
            long current = time.millis() / window;
            int allowance = quota.permits() + GATEWAYS * (quota.permits() / 200);
            for (int step = 0; step < 2_000; step++) {
                if (time.millis() / window != current) {
                    current = time.millis() / window;
                    admitted[0] = 0;
                }
                burst(random, gateways, quota, admitted);
                assertThat(admitted[0]).isLessThanOrEqualTo(allowance);
                if (random.nextInt(4) == 0) {
                    gateways.forEach(Gateway::tick);
                }
                if (random.nextInt(20) == 0) {
                    gateways.forEach(Gateway::tick);
                    time.pass(random.nextInt((int) window));
                }
            }
        });
    }

    @Test
    void wastesNothingThatIsAskedFor() {
        Seeds.check(200, random -> {
            FakeTime time = new FakeTime(1_000_000_000_000L);
            CountingSource source = new CountingSource(time);
            Quota quota = new Quota(1 + random.nextInt(1_000), Duration.ofMinutes(1));
            List<Gateway> gateways = gateways(source, time, quota);
            int admitted = 0;
            for (Gateway gateway : gateways) {
                for (int i = 0; i < quota.permits() + 10; i++) {
                    admitted += gateway.request() ? 1 : 0;
                }
            }
            assertThat(admitted).isGreaterThanOrEqualTo(quota.permits());
        });
    }

    @Test
    void callsRedisSeldom() {
        FakeTime time = new FakeTime(1_000_000_000_000L);
        CountingSource source = new CountingSource(time);
        Gateway gateway = gateways(source, time, new Quota(100_000, Duration.ofMinutes(1)))
                .getFirst();

        for (int i = 0; i < 50_000; i++) {
            gateway.request();
            if (i % 100 == 99) {
                time.pass(20);
                gateway.tick();
            }
        }

        assertThat(source.calls / 50_000.0).isLessThan(0.02);
    }

    @Test
    void admitsItsShareWhileRedisIsAwayAndShareAgainWhenItIsBack() {
        FakeTime time = new FakeTime(1_000_000_000_000L);
        CountingSource source = new CountingSource(time);
        List<Gateway> gateways = gateways(source, time, new Quota(300, Duration.ofMinutes(1)));
        source.away = true;

        for (Gateway gateway : gateways) {
            int admitted = 0;
            for (int i = 0; i < 500; i++) {
                admitted += gateway.request() ? 1 : 0;
            }
            assertThat(admitted).isEqualTo(100);
        }

        source.away = false;
        time.pass(1_100);
        gateways.forEach(Gateway::tick);
        int late = 0;
        for (int i = 0; i < 300; i++) {
            late += gateways.get(i % GATEWAYS).request() ? 1 : 0;
        }
        assertThat(late).as("what was leased before all had reported").isLessThanOrEqualTo(15);
        time.pass(60_000);
        int admitted = 0;
        for (int i = 0; i < 1_000; i++) {
            admitted += gateways.get(i % GATEWAYS).request() ? 1 : 0;
        }
        assertThat(admitted).isBetween(300, 303);
    }

    @Test
    void saysHowMuchIsLeftAndWhenMoreComes() {
        FakeTime time = new FakeTime(1_000_000_000_000L - 1_000_000_000_000L % 60_000 + 50_000);
        CountingSource source = new CountingSource(time);
        Gateway gateway =
                gateways(source, time, new Quota(50, Duration.ofMinutes(1))).getFirst();

        assertThat(gateway.request()).isTrue();

        assertThat(gateway.bucket.remaining()).isEqualTo(49);
        assertThat(gateway.bucket.secondsLeft(time.millis())).isEqualTo(10);
        for (int i = 0; i < 60; i++) {
            gateway.request();
        }
        assertThat(gateway.bucket.remaining()).isZero();
        time.pass(10_001);
        assertThat(gateway.request()).isTrue();
    }

    @Test
    void takesAPermitBackThatAnotherLimitMadeUseless() {
        FakeTime time = new FakeTime(1_000_000_000_000L);
        Gateway gateway = gateways(new CountingSource(time), time, new Quota(2, Duration.ofMinutes(1)))
                .getFirst();
        assertThat(gateway.request()).isTrue();
        gateway.bucket.giveBack();
        assertThat(gateway.request()).isTrue();
        assertThat(gateway.request()).isTrue();
        assertThat(gateway.request()).isFalse();
    }

    private static void burst(Random random, List<Gateway> gateways, Quota quota, int[] admitted) {
        Gateway gateway = gateways.get(random.nextInt(GATEWAYS));
        for (int i = random.nextInt(1 + quota.permits() / 5); i >= 0; i--) {
            admitted[0] += gateway.request() ? 1 : 0;
        }
    }

    private static List<Gateway> gateways(CountingSource source, FakeTime time, Quota quota) {
        List<Gateway> gateways = new ArrayList<>();
        for (int i = 0; i < GATEWAYS; i++) {
            gateways.add(new Gateway(source, time, quota));
        }
        return gateways;
    }

    /** The part of one gateway that counts. */
    private static final class Gateway {

        private final PermitBucket bucket;
        private final PermitRefills refills;
        private final FakeTime time;

        Gateway(CountingSource source, FakeTime time, Quota quota) {
            this.time = time;
            this.bucket = new PermitBucket("k", quota, GATEWAYS);
            this.refills = new PermitRefills(
                    source,
                    Schedulers.immediate(),
                    new RateLimitProperties(
                            GATEWAYS,
                            Duration.ofMillis(100),
                            Duration.ofMillis(20),
                            Duration.ofSeconds(1),
                            100,
                            Map.of("default", new RateLimitProperties.Plan(quota, quota)),
                            Map.of()),
                    time,
                    new SimpleMeterRegistry());
        }

        boolean request() {
            for (int round = 0; round <= 5; round++) {
                Decision decision = bucket.tryAcquire(time.millis(), refills.redisAnswers(), round > 0);
                if (decision == Decision.GRANTED) {
                    refills.soon(bucket);
                    return true;
                }
                if (decision == Decision.DENIED) {
                    return false;
                }
                refills.now(bucket).block();
            }
            bucket.stopWaiting();
            return false;
        }

        void tick() {
            refills.tick();
        }
    }
}
