package ai.whatsflow.voucher.batch;

public enum BatchStatus {
    GENERATING,
    READY
}
