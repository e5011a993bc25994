package ai.whatsflow.gateway.directory;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The modules in which some permissions say anything at all: {@code messages:create} says messages. */
public record Modules(boolean all, Set<String> named) {

    public static Modules of(Collection<String> permissions) {
        boolean all = false;
        Set<String> named = new HashSet<>();
        for (String permission : permissions) {
            int colon = permission.indexOf(':');
            String module = colon < 0 ? permission : permission.substring(0, colon);
            if (module.equals("*")) {
                all = true;
            } else {
                named.add(module);
            }
        }
        return new Modules(all, Set.copyOf(named));
    }

    public boolean touchAny(Set<String> modules) {
        if (all) {
            return true;
        }
        for (String module : modules) {
            if (named.contains(module)) {
                return true;
            }
        }
        return false;
    }
}
