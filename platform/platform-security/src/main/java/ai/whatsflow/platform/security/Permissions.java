package ai.whatsflow.platform.security;

import java.util.HashSet;
import java.util.Set;

/** Arithmetic of {@code module:action} permissions, either part of which may be {@code *}. */
public final class Permissions {

    private Permissions() {}

    /** Whether one of these grants that. */
    public static boolean grant(Set<String> granted, String wanted) {
        if (granted.contains(wanted) || granted.contains("*:*")) {
            return true;
        }
        int colon = wanted.indexOf(':');
        return colon > 0
                && (granted.contains(wanted.substring(0, colon) + ":*")
                        || granted.contains("*" + wanted.substring(colon)));
    }

    /** What both grant. */
    public static Set<String> intersect(Set<String> left, Set<String> right) {
        Set<String> both = new HashSet<>();
        for (String a : left) {
            for (String b : right) {
                int i = a.indexOf(':');
                int j = b.indexOf(':');
                if (i > 0 && j > 0) {
                    String module = narrower(a.substring(0, i), b.substring(0, j));
                    String action = narrower(a.substring(i + 1), b.substring(j + 1));
                    if (!module.isEmpty() && !action.isEmpty()) {
                        both.add(module + ':' + action);
                    }
                }
            }
        }
        return both;
    }

    private static String narrower(String a, String b) {
        if (a.equals("*") || a.equals(b)) {
            return b;
        }
        return b.equals("*") ? a : "";
    }
}
