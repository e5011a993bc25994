package ai.whatsflow.local.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The people a local platform always knows. */
public enum DemoUser {
    OWNER("WhatsFlow"),
    DEALER("Demo Dealer"),
    EMPLOYEE("Demo Employee"),
    FINANCE("Demo Finance"),
    CUSTOMER("Demo Customer");

    private final String displayName;

    DemoUser(String displayName) {
        this.displayName = displayName;
    }

    /** The word used on the command line and in the credentials file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String email() {
        return word() + "@whatsflow.local";
    }

    String displayName() {
        return displayName;
    }

    public static DemoUser named(String word) {
        return Arrays.stream(values())
                .filter(user -> user.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no demo user " + word + ", only "
                        + Arrays.stream(values()).map(DemoUser::word).collect(Collectors.joining(", "))));
    }
}
