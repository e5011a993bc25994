package ai.whatsflow.platform.test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule fails for a fixture that breaks it. */
class ArchitectureRulesTests {

    private static final String FIXTURES = "ai.whatsflow.platform.test.fixture.";

    @Test
    void passesWhatKeepsTheRules() {
        assertThatCode(() -> check("good")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "cycle, one direction",
        "http, features know no HTTP",
        "kafka, only the messaging package knows Kafka",
        "controller, nobody calls a controller",
        "name, the right one was not found",
        "time, injected Clock",
    })
    void failsWhatBreaksOne(String fixture, String reason) {
        assertThatThrownBy(() -> check(fixture))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(reason);
    }

    private static void check(String fixture) {
        String root = FIXTURES + fixture;
        ArchitectureRules.check(root, new ClassFileImporter().importPackages(root));
    }
}
