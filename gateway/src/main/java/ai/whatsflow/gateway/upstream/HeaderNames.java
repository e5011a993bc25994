package ai.whatsflow.gateway.upstream;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A fixed set of header names, asked without regard to case and without allocating. */
final class HeaderNames {

    private final String[][] byLength;

    private HeaderNames(String[][] byLength) {
        this.byLength = byLength;
    }

    static HeaderNames of(String... names) {
        List<List<String>> grouped = new ArrayList<>();
        for (String name : names) {
            while (grouped.size() <= name.length()) {
                grouped.add(new ArrayList<>());
            }
            grouped.get(name.length()).add(name.toLowerCase(Locale.ROOT));
        }
        return new HeaderNames(
                grouped.stream().map(group -> group.toArray(String[]::new)).toArray(String[][]::new));
    }

    boolean contains(CharSequence name) {
        int length = name.length();
        if (length >= byLength.length) {
            return false;
        }
        for (String candidate : byLength[length]) {
            if (startsWith(name, candidate)) {
                return true;
            }
        }
        return false;
    }

    /** @param prefix in lower case */
    static boolean startsWith(CharSequence name, String prefix) {
        if (name.length() < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            char character = name.charAt(i);
            char lower = character >= 'A' && character <= 'Z' ? (char) (character + 32) : character;
            if (lower != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
