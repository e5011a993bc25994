package ai.whatsflow.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    private record Form(@EmailAddress @Nullable String email) {}

    @ParameterizedTest
    @ValueSource(strings = {"a@b.co", "anna.perera+shop@mail.example.com", "A_B-c@xn--bcher-kva.example"})
    void takes(String email) {
        assertThat(validator.validate(new Form(email))).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "anna",
                "@example.com",
                "anna@",
                "anna@localhost",
                "anna@@example.com",
                "an na@example.com",
                "anna@example.com\n",
                "anna@-example.com",
                ".anna@example.com",
                "anna..p@example.com",
                "änna@example.com",
                "anna@example.com,eve@example.com",
                "<anna@example.com>"
            })
    void refusesInOneSentence(@Nullable String email) {
        assertThat(validator.validate(new Form(email))).hasSize(1);
    }

    @Test
    void refusesWhatIsTooLong() {
        String email = "a@" + ("b".repeat(60) + ".").repeat(5) + "com";
        assertThat(validator.validate(new Form(email))).hasSize(1);
    }

    @Test
    void answersQuicklyWhateverTheText() {
        String nasty = "a.".repeat(20_000) + "@";
        assertThat(validator.validate(new Form(nasty))).hasSize(1);
    }
}
