package ai.whatsflow.fault.plan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.fault.proxy.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FaultPlanTests {

    private static final List<Drill> ALL = Arrays.asList(Drill.values());

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(FaultPlan.beginning(42, ALL, 200)).isEqualTo(FaultPlan.beginning(42, ALL, 200));
        assertThat(FaultPlan.beginning(42, ALL, 200)).isNotEqualTo(FaultPlan.beginning(43, ALL, 200));
    }

    @Test
    void comesToEveryDrillBeforeAnyComesAgain() {
        List<PlannedFault> plan = FaultPlan.beginning(7, ALL, 3 * ALL.size());

        for (int round = 0; round < 3; round++) {
            assertThat(plan.subList(round * ALL.size(), (round + 1) * ALL.size()))
                    .extracting(PlannedFault::drill)
                    .containsExactlyInAnyOrderElementsOf(ALL);
        }
    }

    @Test
    void meetsEveryKindOfNetworkFaultAndBothNodes() {
        List<PlannedFault> plan = FaultPlan.beginning(1, ALL, 100 * ALL.size());

        assertThat(plan.stream()
                        .filter(fault -> fault.blow() instanceof Blow.Impair)
                        .map(fault -> ((Blow.Impair) fault.blow()).fault().kind())
                        .collect(Collectors.toSet()))
                .isEqualTo(Set.of(Fault.Kind.values()));
        assertThat(plan).extracting(PlannedFault::blow).contains(new Blow.Kill("node-1"), new Blow.Kill("node-2"));
    }

    @Test
    void aFaultSurvivesItsWayToTheProxy() {
        FaultPlan.beginning(3, List.of(Drill.LINK_IMPAIRED), 500).forEach(planned -> {
            Fault fault = ((Blow.Impair) planned.blow()).fault();
            assertThat(Fault.parse(fault.line())).isEqualTo(fault);
        });
    }
}
