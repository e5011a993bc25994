package ai.whatsflow.platform.gathering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GatheringTests {

    private final List<List<Integer>> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    @Test
    void asksOnceForAllThatCameWhileARequestWasOnItsWay() throws Exception {
        Gathering<Integer, String> gathering = new Gathering<>(200, 1_000_000, question -> 0, this::answer);
        List<Future<String>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers.add(threads.submit(() -> gathering.ask(0)));
            begun.await();
            CountDownLatch asking = new CountDownLatch(499);
            for (int i = 1; i < 500; i++) {
                int question = i;
                answers.add(threads.submit(() -> {
                    asking.countDown();
                    return gathering.ask(question);
                }));
            }
            asking.await();
            open.countDown();
        }

        for (int i = 0; i < 500; i++) {
            assertThat(answers.get(i).get()).isEqualTo("answer " + i);
        }
        assertThat(requests.stream().flatMap(List::stream)).hasSize(500).doesNotHaveDuplicates();
        assertThat(requests).hasSizeLessThan(50).allMatch(request -> request.size() <= 200);
    }

    @Test
    void keepsARequestBelowItsSizeAndSendsWhatIsLargerAlone() throws Exception {
        Gathering<Integer, String> gathering = new Gathering<>(200, 1_000_000, question -> question, this::answer);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> gathering.ask(1));
            begun.await();
            for (int size : new int[] {600_000, 500_000, 3_000_000, 400_000, 400_001}) {
                threads.submit(() -> gathering.ask(size));
            }
            open.countDown();
        }

        assertThat(requests.stream().flatMap(List::stream)).hasSize(6);
        assertThat(requests)
                .allMatch(request -> request.size() == 1
                        || request.stream().mapToLong(Integer::longValue).sum() <= 1_000_000);
    }

    @Test
    void tellsEverybodyWhyARequestFailedAndAsksAgainForTheNext() {
        Gathering<Integer, String> gathering = new Gathering<>(200, 1_000_000, question -> 0, questions -> {
            if (questions.contains(13)) {
                throw new IllegalStateException("unlucky");
            }
            return questions.stream().map(String::valueOf).toList();
        });

        assertThatThrownBy(() -> gathering.ask(13)).isInstanceOf(IllegalStateException.class);
        assertThat(gathering.ask(14)).isEqualTo("14");
    }

    @Test
    void leavesNobodyWaitingAndAsksNothingTwice() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger atOnce = new AtomicInteger();
        Gathering<Integer, Integer> gathering = new Gathering<>(3, 1_000_000, question -> 0, questions -> {
            assertThat(atOnce.incrementAndGet()).isOne();
            asked.addAndGet(questions.size());
            Thread.yield();
            atOnce.decrementAndGet();
            if (questions.contains(13)) {
                throw new IllegalStateException("unlucky");
            }
            return questions.stream().map(question -> -question).toList();
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> unlucky = new ArrayList<>();
            for (int i = 0; i < 20_000; i++) {
                int question = i % 100;
                unlucky.add(threads.submit(() -> {
                    try {
                        assertThat(gathering.ask(question)).isEqualTo(-question);
                        return 0;
                    } catch (IllegalStateException refused) {
                        return 1;
                    }
                }));
            }
            int refused = 0;
            for (Future<Integer> each : unlucky) {
                refused += each.get(30, TimeUnit.SECONDS);
            }
            assertThat(refused).isBetween(200, 600);
        }
        assertThat(asked).hasValue(20_000);
    }

    private List<String> answer(List<Integer> questions) {
        requests.add(questions);
        begun.countDown();
        try {
            open.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return questions.stream().map(question -> "answer " + question).toList();
    }
}
