package ai.whatsflow.instance.vault;

import java.util.UUID;

/**
 * A state to keep.
 *
 * @param expectedVersion the version this state follows; 0 if there was none
 */
public record VaultWrite(Claim claim, long expectedVersion, byte[] state) {

    UUID instanceId() {
        return claim.instanceId();
    }

    boolean begins() {
        return expectedVersion == 0;
    }

    @Override
    public String toString() {
        return "VaultWrite[" + claim + ", expectedVersion=" + expectedVersion + ", hidden]";
    }
}
