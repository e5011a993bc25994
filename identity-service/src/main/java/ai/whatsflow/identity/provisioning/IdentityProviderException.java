package ai.whatsflow.identity.provisioning;

import org.jspecify.annotations.Nullable;

/** The provider did not do it. Trying again later is right in any case: a refusal can be put right over there. */
public final class IdentityProviderException extends RuntimeException {

    private final boolean refused;

    private IdentityProviderException(String message, boolean refused, @Nullable Throwable cause) {
        super(message, cause);
        this.refused = refused;
    }

    /** No answer, or one that says "not now". */
    public static IdentityProviderException unavailable(String message, @Nullable Throwable cause) {
        return new IdentityProviderException(message, false, cause);
    }

    /** An answer that says no. */
    public static IdentityProviderException refused(String message, @Nullable Throwable cause) {
        return new IdentityProviderException(message, true, cause);
    }

    public boolean isRefused() {
        return refused;
    }
}
