package ai.whatsflow.voucher.batch;

/** Tells the rest of the platform; joins the caller's transaction, so nothing is told that is rolled back. */
public interface BatchAnnouncer {
    /** All codes of the batch exist. Called once per batch. */
    void issued(VoucherBatch batch);
}
