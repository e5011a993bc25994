package ai.whatsflow.identity.apikey;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;

/** A stolen key must not be able to make itself a successor, or to lock its owner out. */
final class ManagedByPeople {

    private ManagedByPeople() {}

    static void require(Caller caller, String permission) {
        if (caller.apiKeyId() != null) {
            throw new ProblemException(PlatformProblem.FORBIDDEN, "API keys are managed by people who signed in.");
        }
        caller.require(permission);
    }
}
