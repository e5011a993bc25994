package ai.whatsflow.contact.bulk;

import ai.whatsflow.platform.problem.FieldProblem;
import java.util.List;

/**
 * What became of a bulk addition; the three counts add up to what was sent.
 *
 * @param existing numbers that were there before, or came twice
 */
public record ContactsAdded(int created, int existing, List<FieldProblem> invalid) {}
