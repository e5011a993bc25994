package ai.whatsflow.payout.plan.web;

import org.jspecify.annotations.Nullable;

/** A version as a strong entity tag: {@code "3"}. */
final class EntityTag {
    private static final long NEVER = -1;

    private EntityTag() {}

    static String of(long version) {
        return "\"" + version + "\"";
    }

    /** @return the version, null without a condition, or one that never matches for a tag that is not ours */
    static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        String tag = ifMatch.strip();
        return tag.matches("\"\\d{1,18}\"") ? Long.parseLong(tag.substring(1, tag.length() - 1)) : NEVER;
    }
}
