package ai.whatsflow.instance.vault;

/** How reading or saving a session's state can end. */
public sealed interface VaultAnswer {

    record Found(VaultState state) implements VaultAnswer {}

    record Saved(long version) implements VaultAnswer {}

    /** There is no state to resume from: the session starts with a new pairing. */
    record Empty() implements VaultAnswer {}

    /** The caller is not the owner under this epoch, or a newer version is there: nothing was changed. */
    record Stale() implements VaultAnswer {}

    /** Its state did not fit beside the others that were asked for: ask for it again. */
    record Later() implements VaultAnswer {}
}
