package ai.whatsflow.billing.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.billing.account.AccountLock;
import ai.whatsflow.billing.ledger.Entry;
import ai.whatsflow.billing.ledger.EntryKind;
import ai.whatsflow.billing.ledger.Ledger;
import ai.whatsflow.billing.ledger.LedgerAccount;
import ai.whatsflow.billing.ledger.LedgerCode;
import ai.whatsflow.billing.ledger.OverdrawnException;
import ai.whatsflow.billing.receivable.PlaceCredit;
import ai.whatsflow.billing.support.BillingIT;
import ai.whatsflow.billing.support.Shop;
import ai.whatsflow.billing.voucher.RedeemCredit;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.test.Race;
import ai.whatsflow.platform.test.Seeds;
import ai.whatsflow.platform.test.TestAccounts;
import java.util.ArrayDeque;
import java.util.Currency;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Random operations from several threads on few wallets: credit is never made, lost or overdrawn. */
@BillingIT
class WalletConcurrencyIT {

    private static final Currency LKR = Currency.getInstance("LKR");

    @Autowired
    private Wallets wallets;

    @Autowired
    private HoldCredit holdCredit;

    @Autowired
    private CaptureHold captureHold;

    @Autowired
    private ReleaseHold releaseHold;

    @Autowired
    private RedeemCredit redeemCredit;

    @Autowired
    private PlaceCredit placeCredit;

    @Autowired
    private Ledger ledger;

    @Autowired
    private AccountLock accounts;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestAccounts testAccounts;

    @Autowired
    private Shop shop;

    @Test
    void creditIsNeverMadeLostOrOverdrawn() {
        List<UUID> owners = List.of(
                testAccounts.customer().accountId(), testAccounts.customer().accountId());
        Seeds.check(2, random -> {
            long seed = random.nextLong();
            AtomicLong expected = new AtomicLong(total(owners));
            Race.of(4, thread -> {
                new Teller(new Random(seed + thread), owners, expected).work(60);
                return thread;
            });
            for (UUID owner : owners) {
                Wallet wallet = wallets.of(owner, LKR);
                assertThat(wallet.granted().isNegative()).isFalse();
                assertThat(wallet.recharged().isNegative()).isFalse();
                assertThat(wallet.held().isNegative()).isFalse();
            }
            assertThat(total(owners)).isEqualTo(expected.get());
            shop.assertBooksBalance();
        });
    }

    @Test
    void theLedgerRefusesWhatTwoWithoutALockWouldOverdraw() {
        UUID owner = testAccounts.customer().accountId();
        recharge(owner, 1_000);

        List<Boolean> spent = Race.of(8, i -> {
            try {
                transaction.executeWithoutResult(status -> ledger.post(Entry.of(EntryKind.PURCHASE, UUID.randomUUID())
                        .debit(LedgerAccount.of(LedgerCode.WALLET_RECHARGED, owner), lkr(400))
                        .credit(LedgerAccount.of(LedgerCode.DEFERRED_REVENUE), lkr(400))));
                return true;
            } catch (OverdrawnException refused) {
                return false;
            }
        });

        assertThat(spent).filteredOn(done -> done).hasSize(2);
        assertThat(wallets.of(owner, LKR).recharged()).isEqualTo(lkr(200));
    }

    @Test
    void aHoldIsCapturedOnce() {
        UUID owner = testAccounts.customer().accountId();
        recharge(owner, 500);
        UUID hold = hold(owner, 500);

        List<Boolean> captured = Race.of(6, i -> {
            try {
                capture(hold);
                return true;
            } catch (IllegalStateException ended) {
                return false;
            }
        });
        transaction.executeWithoutResult(status -> releaseHold.release(hold));

        assertThat(captured).containsOnlyOnce(true);
        assertThat(wallets.of(owner, LKR).balance().isZero()).isTrue();
    }

    private long total(List<UUID> owners) {
        return owners.stream()
                .mapToLong(owner -> wallets.of(owner, LKR).balance().minor())
                .sum();
    }

    private void recharge(UUID owner, long minor) {
        transaction.executeWithoutResult(status -> {
            accounts.lock(owner);
            Entry entry = Entry.of(EntryKind.RECHARGE, UUID.randomUUID())
                    .debit(LedgerAccount.of(LedgerCode.CASH), lkr(minor));
            ledger.post(placeCredit.place(entry, owner, lkr(minor)));
        });
    }

    private UUID hold(UUID owner, long minor) {
        HoldOutcome outcome = transaction.execute(status -> {
            accounts.lock(owner);
            return holdCredit.hold(owner, lkr(minor));
        });
        return outcome instanceof HoldOutcome.Held held ? held.holdId() : new UUID(0, 0);
    }

    private long capture(UUID hold) {
        Long captured = transaction.execute(status -> {
            CaptureHold.Captured taken = captureHold.capture(hold);
            ledger.post(Entry.of(EntryKind.PURCHASE, UUID.randomUUID())
                    .with(taken.legs())
                    .credit(
                            LedgerAccount.of(LedgerCode.DEFERRED_REVENUE),
                            taken.split().total()));
            return taken.split().total().minor();
        });
        return captured == null ? 0 : captured;
    }

    private static Money lkr(long minor) {
        return new Money(minor, LKR);
    }

    /** One thread's random work; keeps what the wallets should hold in all. */
    private final class Teller {

        private final Random random;
        private final List<UUID> owners;
        private final AtomicLong expected;
        private final Deque<UUID> holds = new ArrayDeque<>();

        Teller(Random random, List<UUID> owners, AtomicLong expected) {
            this.random = random;
            this.owners = owners;
            this.expected = expected;
        }

        void work(int steps) {
            for (int step = 0; step < steps; step++) {
                UUID owner = owners.get(random.nextInt(owners.size()));
                long amount = 1 + random.nextInt(500);
                switch (random.nextInt(5)) {
                    case 0 -> {
                        recharge(owner, amount);
                        expected.addAndGet(amount);
                    }
                    case 1 -> {
                        redeemCredit.redeem(UUID.randomUUID(), owner, lkr(amount));
                        expected.addAndGet(amount);
                    }
                    case 2 -> remember(hold(owner, amount));
                    case 3 -> {
                        if (!holds.isEmpty()) {
                            UUID hold = holds.pop();
                            transaction.executeWithoutResult(status -> releaseHold.release(hold));
                        }
                    }
                    default -> {
                        if (!holds.isEmpty()) {
                            expected.addAndGet(-capture(holds.pop()));
                        }
                    }
                }
            }
        }

        private void remember(UUID hold) {
            if (hold.getLeastSignificantBits() != 0) {
                holds.push(hold);
            }
        }
    }
}
