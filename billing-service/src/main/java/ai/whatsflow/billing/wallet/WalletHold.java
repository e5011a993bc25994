package ai.whatsflow.billing.wallet;

import ai.whatsflow.billing.ledger.LedgerAccount;
import ai.whatsflow.billing.ledger.LedgerCode;
import ai.whatsflow.billing.ledger.Leg;
import java.util.List;
import java.util.UUID;

/** Credit set aside, by where it came from. */
record WalletHold(UUID id, UUID accountId, CreditSplit split) {

    /** From the wallet into the hold. */
    List<Leg> legs() {
        return List.of(
                Leg.debit(account(LedgerCode.WALLET_GRANTED), split.granted()),
                Leg.debit(account(LedgerCode.WALLET_RECHARGED), split.recharged()),
                Leg.credit(account(LedgerCode.WALLET_HELD_GRANTED), split.granted()),
                Leg.credit(account(LedgerCode.WALLET_HELD_RECHARGED), split.recharged()));
    }

    /** Out of the hold, for good. */
    List<Leg> captureLegs() {
        return List.of(
                Leg.debit(account(LedgerCode.WALLET_HELD_GRANTED), split.granted()),
                Leg.debit(account(LedgerCode.WALLET_HELD_RECHARGED), split.recharged()));
    }

    /** Back into the wallet, each kind where it came from. */
    List<Leg> releaseLegs() {
        return legs().stream()
                .map(leg -> new Leg(leg.account(), leg.amount().negate()))
                .toList();
    }

    private LedgerAccount account(LedgerCode code) {
        return LedgerAccount.of(code, accountId);
    }
}
