package ai.whatsflow.payout.commission;

/** Tells the rest of the platform; joins the caller's transaction, so nothing is told that is rolled back. */
public interface CommissionAnnouncer {
    /** A commission was earned. Called once per commission. */
    void accrued(Commission commission);
}
