package ai.whatsflow.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PlatformProblemTests {

    @Test
    void givesEachTypeASlugOfItsOwn() {
        assertThat(Arrays.stream(PlatformProblem.values()).map(PlatformProblem::slug))
                .doesNotHaveDuplicates()
                .allMatch(slug -> slug.matches("[a-z]+(-[a-z]+)*"));
    }
}
