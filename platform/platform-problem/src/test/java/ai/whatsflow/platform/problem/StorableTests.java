package ai.whatsflow.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorableTests {

    record Note(@Storable String text) {}

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\uD83D", "\uDE00 second half first"})
    void refusesWhatPostgresqlWouldRefuseOrChange(String text) {
        assertThat(VALIDATOR.validate(new Note(text))).hasSize(1);
    }

    @Test
    void takesEverythingElse() {
        assertThat(VALIDATOR.validate(new Note("සිංහල, line\nbreaks and \uD83D\uDE00")))
                .isEmpty();
    }
}
