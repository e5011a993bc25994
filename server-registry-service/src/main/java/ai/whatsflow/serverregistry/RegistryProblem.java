package ai.whatsflow.serverregistry;

import ai.whatsflow.platform.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** The registry's error catalogue. Append-only. */
public enum RegistryProblem implements ProblemType {
    SERVER_NAME_TAKEN(HttpStatus.CONFLICT, "server-name-taken", "Another server has this name"),
    ENROLMENT_REFUSED(HttpStatus.UNAUTHORIZED, "enrolment-refused", "This enrolment token can't be used"),
    NODE_TOKEN_INVALID(HttpStatus.UNAUTHORIZED, "node-token-invalid", "A token signed by an enrolled node is needed"),
    REGISTER_FIRST(HttpStatus.CONFLICT, "register-first", "This boot of the node is not registered"),
    BOOT_EXITED(HttpStatus.CONFLICT, "boot-exited", "This boot of the node has ended and can't come back");

    private final Entry entry;

    RegistryProblem(HttpStatus status, String slug, String title) {
        entry = new Entry(status, slug, title);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
