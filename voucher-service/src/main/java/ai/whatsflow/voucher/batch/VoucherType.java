package ai.whatsflow.voucher.batch;

/** What a voucher is good for. */
public enum VoucherType {
    /** Its value goes to the wallet. */
    CREDIT
}
