package ai.whatsflow.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTests {

    private final ProblemException odd = new ProblemException(PlatformProblem.FORBIDDEN, "odd");
    private final ProblemException large = new ProblemException(PlatformProblem.FORBIDDEN, "large");

    @Test
    void goesOnTogetherAndLeavesWhatWasRefusedInItsPlace() {
        List<Outcome<Integer>> numbers =
                List.of(Outcome.of(2), Outcome.refused(odd), Outcome.of(400), Outcome.of(6), Outcome.refused(odd));

        List<Outcome<String>> words = Outcome.each(
                numbers,
                even -> {
                    assertThat(even).containsExactly(2, 400, 6);
                    return List.of(Outcome.of("two"), Outcome.refused(large), Outcome.of("six"));
                },
                (number, word) -> number + " is " + word);

        assertThat(words)
                .containsExactly(
                        Outcome.of("2 is two"),
                        Outcome.refused(odd),
                        Outcome.refused(large),
                        Outcome.of("6 is six"),
                        Outcome.refused(odd));
        assertThat(Outcome.results(words)).containsExactly("2 is two", "6 is six");
    }

    @Test
    void takesNoStepWhenNothingIsLeft() {
        List<Outcome<Integer>> refused = List.of(Outcome.refused(odd));

        assertThat(Outcome.each(refused, nothing -> {
                    throw new AssertionError("called");
                }))
                .isEqualTo(refused);
        assertThatThrownBy(() -> refused.getFirst().orThrow()).isSameAs(odd);
    }
}
