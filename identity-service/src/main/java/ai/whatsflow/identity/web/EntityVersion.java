package ai.whatsflow.identity.web;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Versions as entity tags. */
public final class EntityVersion {

    private EntityVersion() {}

    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** The version in an If-Match header, which has to be there. */
    public static long required(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new ProblemException(
                    PlatformProblem.PRECONDITION_REQUIRED, "Send the ETag that you read as If-Match.");
        }
        String text = ifMatch.strip();
        if (text.matches("\"\\d{1,18}\"")) {
            return Long.parseLong(text.substring(1, text.length() - 1));
        }
        throw new ProblemException(PlatformProblem.VERSION_CONFLICT, "If-Match holds no ETag of ours.");
    }
}
