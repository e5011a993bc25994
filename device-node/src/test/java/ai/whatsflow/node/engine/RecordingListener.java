package ai.whatsflow.node.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Keeps every event, and fails when two come at once or one comes after the end. */
public final class RecordingListener implements EngineListener {

    private final List<EngineEvent> events = new CopyOnWriteArrayList<>();
    private final List<Throwable> broken = new CopyOnWriteArrayList<>();
    private volatile @Nullable Class<?> watched;
    private volatile Runnable check = () -> {};
    private volatile @Nullable Thread inside;

    @Override
    public void happened(EngineEvent event) {
        try {
            assertThat(inside).as("one event at a time").isNull();
            inside = Thread.currentThread();
            assertThat(has(EngineEvent.Ended.class)).as("nothing after the end").isFalse();
            if (event.getClass() == watched) {
                check.run();
            }
        } catch (AssertionError e) {
            broken.add(e);
        } finally {
            inside = null;
            events.add(event);
        }
    }

    void beforeEach(Class<? extends EngineEvent> type, Runnable assertion) {
        check = assertion;
        watched = type;
    }

    void assertNothingBroke() {
        assertThat(broken).isEmpty();
    }

    boolean has(Class<? extends EngineEvent> type) {
        return events.stream().anyMatch(type::isInstance);
    }

    <T extends EngineEvent> List<T> all(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends EngineEvent> void awaitCount(Class<T> type, int count) {
        await().atMost(Duration.ofSeconds(10)).until(() -> all(type).size() >= count);
    }

    public <T extends EngineEvent> T await(Class<T> type) {
        awaitCount(type, 1);
        return all(type).getFirst();
    }

    private static org.awaitility.core.ConditionFactory await() {
        return org.awaitility.Awaitility.await().pollInterval(Duration.ofMillis(10));
    }
}
