package ai.whatsflow.billing.simulation;

import ai.whatsflow.platform.security.Account;
import ai.whatsflow.platform.security.AccountDirectory;
import ai.whatsflow.platform.security.AccountStatus;
import ai.whatsflow.platform.security.Caller;
import ai.whatsflow.platform.security.Tier;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An owner, a sub-dealer with two customers, a customer of the owner's, and one that is heard of late. */
final class SimulatedDirectory extends AccountDirectory {

    static final Account OWNER = account(1, Tier.OWNER, null);
    static final Account DEALER = account(2, Tier.SUBDEALER, OWNER);
    static final Account FIRST = account(3, Tier.CUSTOMER, DEALER);
    static final Account SECOND = account(4, Tier.CUSTOMER, DEALER);
    static final Account DIRECT = account(5, Tier.CUSTOMER, OWNER);
    static final Account LATE = account(6, Tier.CUSTOMER, OWNER);
    static final List<Account> CUSTOMERS = List.of(FIRST, SECOND, DIRECT);

    private final Map<UUID, Account> known = new HashMap<>();

    void reset() {
        known.clear();
        List.of(OWNER, DEALER, FIRST, SECOND, DIRECT).forEach(this::hearOf);
    }

    void hearOf(Account account) {
        known.put(account.id(), account);
    }

    Caller callerOf(Account account) {
        return new Caller(userOf(account), account, account.tier(), Set.of(), null, this);
    }

    static UUID userOf(Account account) {
        return new UUID(7, account.id().getLeastSignificantBits());
    }

    @Override
    public Optional<Account> find(UUID accountId) {
        return Optional.ofNullable(known.get(accountId));
    }

    private static Account account(int number, Tier tier, @Nullable Account parent) {
        UUID id = new UUID(0x7000, number);
        List<UUID> path = new ArrayList<>(parent == null ? List.of() : parent.path());
        path.add(id);
        return new Account(
                id,
                parent == null ? null : parent.id(),
                List.copyOf(path),
                tier,
                "account " + number,
                AccountStatus.ACTIVE,
                "LKR",
                ZoneId.of("Asia/Colombo"));
    }
}
