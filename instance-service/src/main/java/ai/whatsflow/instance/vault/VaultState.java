package ai.whatsflow.instance.vault;

/** A session's state, opened; versions rise with each save. */
public record VaultState(long version, byte[] state) {

    @Override
    public String toString() {
        return "VaultState[version=" + version + ", hidden]";
    }
}
