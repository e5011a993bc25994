package ai.whatsflow.simulator.network;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What WhatsApp does not take from a device. */
public enum Refusal {
    NOT_LINKED,
    REPLACED,
    UNKNOWN_CREDENTIALS,
    LOGGED_OUT,
    BANNED,
    MALFORMED_NUMBER,
    MALFORMED_ID,
    TEXT_EMPTY,
    TEXT_TOO_LONG,
    /** A message key was used before: the recipient could not decrypt it. */
    KEY_REUSED,
    FRAME_TOO_LARGE,
    MALFORMED_FRAME,
    ALREADY_GREETED;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
