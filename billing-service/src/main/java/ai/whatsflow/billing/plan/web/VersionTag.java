package ai.whatsflow.billing.plan.web;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version as an entity tag. */
final class VersionTag {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

    private VersionTag() {}

    static String of(int version) {
        return "\"" + version + "\"";
    }

    static int expected(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new ProblemException(
                    PlatformProblem.PRECONDITION_REQUIRED,
                    "Send the ETag you read as If-Match: an edit names its version.");
        }
        Matcher matcher = TAG.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw new ProblemException(PlatformProblem.VERSION_CONFLICT, "If-Match names no version of this package.");
        }
        return Integer.parseInt(matcher.group(1));
    }
}
