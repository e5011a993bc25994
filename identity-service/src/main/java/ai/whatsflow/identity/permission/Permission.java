package ai.whatsflow.identity.permission;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may be done to a kind of thing: {@code messages:create}; a star stands for every module or action. */
public record Permission(String module, String action) {

    private static final String ANY = "*";
    private static final Pattern TEXT = Pattern.compile("(\\*|[a-z][a-z-]*):(\\*|[a-z][a-z-]*)");

    public static Optional<Permission> parse(String text) {
        var match = TEXT.matcher(text);
        return match.matches() ? Optional.of(new Permission(match.group(1), match.group(2))) : Optional.empty();
    }

    public boolean covers(Permission other) {
        return (module.equals(ANY) || module.equals(other.module))
                && (action.equals(ANY) || action.equals(other.action));
    }

    /** Whether each wanted permission is covered by a single held one; texts that are no permission never are. */
    public static boolean covered(Collection<String> wanted, Collection<String> held) {
        return wanted.stream().allMatch(text -> covered(text, held));
    }

    public static boolean covered(String wanted, Collection<String> held) {
        return parse(wanted)
                .filter(permission ->
                        held.stream().flatMap(text -> parse(text).stream()).anyMatch(grant -> grant.covers(permission)))
                .isPresent();
    }
}
