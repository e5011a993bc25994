package ai.whatsflow.instance.assignment;

import static ai.whatsflow.instance.assignment.AssignmentPhase.RUNNING;
import static ai.whatsflow.instance.assignment.AssignmentPhase.STARTING;
import static ai.whatsflow.instance.assignment.AssignmentPhase.STOPPING;
import static ai.whatsflow.instance.assignment.AssignmentPhase.VACANT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AssignmentPhaseTests {

    private static final Map<AssignmentPhase, Set<AssignmentPhase>> LEGAL = Map.of(
            VACANT, Set.of(STARTING),
            STARTING, Set.of(STARTING, RUNNING, STOPPING, VACANT),
            RUNNING, Set.of(STARTING, STOPPING, VACANT),
            STOPPING, Set.of(STARTING, VACANT));

    @ParameterizedTest
    @EnumSource(AssignmentPhase.class)
    void knowsItsLegalTransitions(AssignmentPhase phase) {
        assertThat(phase.next()).isEqualTo(LEGAL.get(phase));
        for (String before : phase.previous()) {
            assertThat(LEGAL.get(AssignmentPhase.valueOf(before))).contains(phase);
        }
    }
}
