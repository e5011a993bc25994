package ai.whatsflow.payout.payout;

/** Tells the rest of the platform; joins the caller's transaction, so nothing is told that is rolled back. */
public interface PayoutAnnouncer {
    /** The payout took the status it has now. */
    void changed(Payout payout);
}
