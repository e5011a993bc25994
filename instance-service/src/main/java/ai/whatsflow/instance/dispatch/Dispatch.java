package ai.whatsflow.instance.dispatch;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/** A message in its lane. */
record Dispatch(
        UUID messageId,
        UUID instanceId,
        UUID accountId,
        long position,
        String recipient,
        String text,
        Instant expiresAt) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final int LONGEST_TEXT = 4_096;

    /** Whether a node can take it; one bad message would otherwise hold up every other in its request. */
    boolean isSendable() {
        return E164.matcher(recipient).matches() && !text.isEmpty() && text.length() <= LONGEST_TEXT;
    }
}
