package ai.whatsflow.gateway.apikey;

/** What an API key looks like; anything else is refused without asking anybody. */
public final class ApiKeyFormat {

    public static final String PREFIX = "wf_";
    private static final int SHORTEST = 12;
    private static final int LONGEST = 256;

    private ApiKeyFormat() {}

    static boolean plausible(String key) {
        if (!key.startsWith(PREFIX) || key.length() < SHORTEST || key.length() > LONGEST) {
            return false;
        }
        for (int i = PREFIX.length(); i < key.length(); i++) {
            char c = key.charAt(i);
            boolean allowed = c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || c == '_'
                    || c == '-'
                    || c == '.';
            if (!allowed) {
                return false;
            }
        }
        return true;
    }
}
