package ai.whatsflow.messaging.batch;

import ai.whatsflow.messaging.MessagingProblem;
import ai.whatsflow.messaging.recipient.Recipients;
import ai.whatsflow.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a list of numbers: all of them, or the request ends with a pointer to each that is none. */
public final class ReadNumbers {

    private static final int ERRORS_NAMED = 100;

    private ReadNumbers() {}

    public static List<String> read(List<String> typed) {
        List<String> numbers = new ArrayList<>(typed.size());
        List<Integer> invalid = new ArrayList<>();
        for (int index = 0; index < typed.size(); index++) {
            Optional<String> number = Recipients.read(typed.get(index));
            if (number.isPresent()) {
                numbers.add(number.get());
            } else {
                invalid.add(index);
            }
        }
        if (!invalid.isEmpty()) {
            throw refusal(invalid);
        }
        return numbers;
    }

    private static ProblemException refusal(List<Integer> invalid) {
        ProblemException problem = new ProblemException(
                        MessagingProblem.RECIPIENT_INVALID,
                        "%d of the recipients are not phone numbers. Nothing was sent.".formatted(invalid.size()))
                .with("invalid", invalid.size());
        invalid.stream()
                .limit(ERRORS_NAMED)
                .forEach(index -> problem.at("/recipients/" + index, "Write it as +94771234567."));
        return problem;
    }
}
