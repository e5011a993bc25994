package ai.whatsflow.platform.security;

import java.util.regex.Pattern;

/** Which header values pass the firewall: those that Spring's own lets pass. */
final class HeaderValues {

    /** What {@code StrictHttpFirewall} allows by itself. */
    private static final Pattern ALLOWED = Pattern.compile("[\\p{IsAssigned}&&[[^\\p{IsControl}]||\\t]]*");

    private HeaderValues() {}

    static boolean isAllowed(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~') {
                return ALLOWED.matcher(value).matches();
            }
        }
        return true;
    }
}
