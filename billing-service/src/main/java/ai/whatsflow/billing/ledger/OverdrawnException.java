package ai.whatsflow.billing.ledger;

/** A posting would have taken an account past zero; the transaction has to end without it. */
public final class OverdrawnException extends RuntimeException {

    OverdrawnException(Entry entry) {
        super(entry.kind() + " " + entry.reference() + " would overdraw an account", null, false, false);
    }
}
