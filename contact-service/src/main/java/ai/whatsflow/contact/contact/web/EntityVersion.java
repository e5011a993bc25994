package ai.whatsflow.contact.contact.web;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** A version as an entity tag, and back. */
final class EntityVersion {

    private EntityVersion() {}

    static String tag(long version) {
        return "\"" + version + "\"";
    }

    static long required(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new ProblemException(
                    PlatformProblem.PRECONDITION_REQUIRED, "Send If-Match with the ETag of the contact you read.");
        }
        try {
            return Long.parseLong(ifMatch.replace("\"", "").strip());
        } catch (NumberFormatException notOurs) {
            throw new ProblemException(PlatformProblem.VERSION_CONFLICT, "This ETag was never given out.");
        }
    }
}
