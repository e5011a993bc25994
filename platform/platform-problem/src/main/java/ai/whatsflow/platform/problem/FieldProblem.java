package ai.whatsflow.platform.problem;

/**
 * What is wrong with one field.
 *
 * @param pointer JSON pointer (RFC 6901) into the request body, or {@code /<name>} for a parameter
 * @param detail one sentence that says what would be right
 */
public record FieldProblem(String pointer, String detail) {}
