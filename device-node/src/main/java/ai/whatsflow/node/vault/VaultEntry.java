package ai.whatsflow.node.vault;

/** @param state opaque to all but the engine; never logged */
public record VaultEntry(long version, byte[] state) {

    @Override
    public String toString() {
        return "VaultEntry[" + version + "]";
    }
}
