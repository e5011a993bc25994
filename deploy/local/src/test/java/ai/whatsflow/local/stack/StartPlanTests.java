package ai.whatsflow.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.whatsflow.local.files.StartFailure;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StartPlanTests {

    private final List<String> done = new CopyOnWriteArrayList<>();

    @Test
    void startsAfterWhatIsNeeded() {
        StartPlan plan = new StartPlan(4);
        plan.add("postgresql", List.of(), () -> done.add("postgresql"));
        plan.add("keycloak", List.of("postgresql"), () -> done.add("keycloak"));
        plan.add("gateway", List.of("keycloak", "postgresql"), () -> done.add("gateway"));

        plan.finish();

        assertThat(done).containsExactly("postgresql", "keycloak", "gateway");
    }

    @Test
    void stopsAtTheFirstFailureAndTellsIt() {
        StartPlan plan = new StartPlan(4);
        plan.add("postgresql", List.of(), () -> {
            throw new StartFailure("port 25432 is taken");
        });
        plan.add("keycloak", List.of("postgresql"), () -> done.add("keycloak"));

        assertThatThrownBy(plan::finish).isInstanceOf(StartFailure.class).hasMessage("port 25432 is taken");
        assertThat(done).isEmpty();
    }

    @Test
    void leavesAPlaceWhileAnUncountedStepWaits() {
        StartPlan plan = new StartPlan(1);
        CountDownLatch served = new CountDownLatch(1);
        plan.addUncounted("keycloak", List.of(), () -> await(served));
        plan.add("billing", List.of(), served::countDown);

        plan.finish();

        assertThat(served.getCount()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void refusesANeedNobodyMeets() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StartPlan(1).add("keycloak", List.of("postgresql"), () -> {}));
    }
}
