package ai.whatsflow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The demo says so when a fact is not as told: each fact of each step is broken once. */
class DemoTests {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void endsWithZeroWhenEveryFactIsAsTold() {
        assertThat(tell(Story.steps(), Map.of())).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("All 11 steps happened");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("facts")
    void endsWithOneWhenAFactIsNotAsTold(String title, String fact) {
        assertThat(tell(Story.steps(), Map.of(title + "/" + fact, "something else")))
                .isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("something else, expected");
    }

    @Test
    void endsWithOneWhenAStepSawSomethingItDidNotExpect() {
        Step step = new OpenTheShop();
        Map<String, String> seen = new HashMap<>(step.expected());
        seen.put("a surprise", "42");
        assertThat(Verdict.of(step.expected(), seen).holds()).isFalse();
    }

    @Test
    void endsWithOneWhenAStepCanNotBeDone() {
        Step failing = new Told(new OpenTheShop(), Map.of()) {
            @Override
            public Facts perform(Story story) {
                throw new StepFailure("the platform is away");
            }
        };
        assertThat(new Demo(List.of(failing), new PrintStream(printed)).tell(story()))
                .isEqualTo(1);
    }

    static Stream<Arguments> facts() {
        return Story.steps().stream()
                .flatMap(step -> step.expected().keySet().stream().map(fact -> Arguments.of(step.title(), fact)));
    }

    private int tell(List<Step> steps, Map<String, String> broken) {
        List<Step> told =
                steps.stream().<Step>map(step -> new Told(step, broken)).toList();
        return new Demo(told, new PrintStream(printed, true, StandardCharsets.UTF_8)).tell(story());
    }

    private static Story story() {
        return new Story(
                new Place("", "", "", "", "", Path.of("whatsflow"), Map.of("user.owner.password", "none"), Map.of()));
    }

    /** A step that sees what it expects, but for what is broken. */
    private static class Told implements Step {

        private final Step step;
        private final Map<String, String> broken;

        Told(Step step, Map<String, String> broken) {
            this.step = step;
            this.broken = broken;
        }

        @Override
        public String title() {
            return step.title();
        }

        @Override
        public Map<String, String> expected() {
            return step.expected();
        }

        @Override
        public Facts perform(Story story) {
            Facts facts = new Facts();
            step.expected()
                    .forEach((fact, literal) ->
                            facts.saw(fact, broken.getOrDefault(step.title() + "/" + fact, literal)));
            return facts;
        }
    }
}
