package ai.whatsflow.platform.problem;

import java.io.IOException;

/** More bytes came than {@link ProblemProperties#maxBody()} allows. */
final class BodyTooLargeException extends IOException {

    BodyTooLargeException(long limit) {
        super("body is larger than " + limit + " bytes");
    }
}
