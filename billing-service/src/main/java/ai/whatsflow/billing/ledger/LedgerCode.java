package ai.whatsflow.billing.ledger;

/** The chart of accounts. Append-only: the names are stored. */
public enum LedgerCode {
    /** Captured by PayHere, not yet paid out by it. */
    PAYHERE_CLEARING(Side.FREE),
    BANK(Side.FREE),
    CASH(Side.FREE),
    /** What a sub-dealer owes for customers' money it has taken; per sub-dealer. */
    SUBDEALER_RECEIVABLE(Side.ASSET),
    DEFERRED_REVENUE(Side.FREE),
    TAX_PAYABLE(Side.FREE),
    /** Credit bought with money; per account. */
    WALLET_RECHARGED(Side.LIABILITY),
    /** Credit given away; per account. */
    WALLET_GRANTED(Side.LIABILITY),
    /** Recharged credit set aside for an open checkout; per account. */
    WALLET_HELD_RECHARGED(Side.LIABILITY),
    /** Granted credit set aside for an open checkout; per account. */
    WALLET_HELD_GRANTED(Side.LIABILITY),
    /** Issued CREDIT vouchers that are not redeemed. */
    VOUCHER_LIABILITY(Side.FREE),
    /** The cost of giving vouchers away. */
    PROMOTION_EXPENSE(Side.FREE),
    COMMISSION_EXPENSE(Side.FREE),
    /** Accrued to a sub-dealer and not paid out; per sub-dealer. */
    COMMISSION_PAYABLE(Side.FREE),
    /** Credit that could not be placed yet; per account it is meant for. */
    SUSPENSE(Side.LIABILITY);

    /** Which sign a balance may have: debits are positive. */
    enum Side {
        ASSET,
        LIABILITY,
        FREE
    }

    private final Side side;

    LedgerCode(Side side) {
        this.side = side;
    }

    Side side() {
        return side;
    }
}
