package ai.whatsflow.gateway.directory;

/** Whether a caller may come in at this moment: the user as it stands, or the reason why not. */
public sealed interface Standing permits User, Standing.Refused {

    enum Refused implements Standing {
        /** The user or its account, or an ancestor of it, is not known here (yet). */
        UNKNOWN,
        /** The account or one above it is suspended or closed. */
        SUSPENDED,
        /** The user is disabled, or its sessions were revoked after this token was issued. */
        SIGNED_OUT,
        /** The API key is revoked. */
        KEY_REVOKED
    }
}
