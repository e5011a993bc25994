package ai.whatsflow.identity.keycloak;

import java.util.regex.Pattern;

/** A name in two parts without the characters that Keycloak's validator for person names refuses. */
record PersonName(String first, String last) {

    private static final Pattern REFUSED = Pattern.compile("[<>&\"$%!#?§;*~/\\\\|^=\\[\\]{}()\\p{Cntrl}\\s]+");

    static PersonName of(String name) {
        String plain = REFUSED.matcher(name).replaceAll(" ").strip();
        int space = plain.lastIndexOf(' ');
        return space < 0
                ? new PersonName(plain, "")
                : new PersonName(plain.substring(0, space), plain.substring(space + 1));
    }
}
