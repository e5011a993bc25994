package ai.whatsflow.simulator.web;

import ai.whatsflow.simulator.network.PhoneNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Numbers in paths and queries: a plus sign that arrives as a space, or not at all, is forgiven. */
final class Numbers {

    private Numbers() {}

    static PhoneNumber required(String text) {
        String digits = text.strip();
        return PhoneNumber.parse(digits.startsWith("+") ? digits : "+" + digits)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "not a phone number in E.164"));
    }

    static @Nullable PhoneNumber optional(@Nullable String text) {
        return text == null || text.isBlank() ? null : required(text);
    }
}
