package ai.whatsflow.identity.apikey;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key as its holder has it: {@code wf_}, twelve base62 characters that name it, forty-three that are the secret of
 * 256 bits. Its text leaves this class by {@link #reveal()} only.
 */
final class ApiKeyText {

    static final int NAME_LENGTH = 12;
    static final int SECRET_LENGTH = 43;

    private static final String MARK = "wf_";
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final Pattern SHAPE =
            Pattern.compile("wf_[0-9A-Za-z]{" + (NAME_LENGTH + SECRET_LENGTH) + "}", Pattern.DOTALL);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private ApiKeyText(String text) {
        this.text = text;
    }

    /** Each of the 43 characters is drawn evenly from 62: 256.03 bits. */
    static ApiKeyText generate() {
        StringBuilder text = new StringBuilder(MARK);
        for (int i = 0; i < NAME_LENGTH + SECRET_LENGTH; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new ApiKeyText(text.toString());
    }

    static Optional<ApiKeyText> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new ApiKeyText(text)) : Optional.empty();
    }

    /** The part that is no secret: shown in lists, and by which the key is looked up. */
    String prefix() {
        return text.substring(0, MARK.length() + NAME_LENGTH);
    }

    String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return prefix() + "…";
    }
}
