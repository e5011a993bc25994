package ai.whatsflow.voucher.redemption;

/** Tells the rest of the platform; joins the caller's transaction, so nothing is told that is rolled back. */
public interface RedemptionAnnouncer {
    /** The value now belongs to the account. Called once per redemption. */
    void redeemed(Redemption redemption);
}
