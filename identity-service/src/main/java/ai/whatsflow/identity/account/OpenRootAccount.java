package ai.whatsflow.identity.account;

import ai.whatsflow.identity.permission.DefineBuiltInPermissionSets;
import ai.whatsflow.platform.security.Tier;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes sure of the permission sets, the root account and the owner's user. Of several replicas one does it. */
@Component
public class OpenRootAccount {

    private static final Logger log = LoggerFactory.getLogger(OpenRootAccount.class);
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('identity.bootstrap', 0))";

    private final JdbcClient jdbc;
    private final DefineBuiltInPermissionSets defineSets;
    private final Accounts accounts;
    private final OpenAccount openAccount;
    private final OwnerProperties owner;

    OpenRootAccount(
            JdbcClient jdbc,
            DefineBuiltInPermissionSets defineSets,
            Accounts accounts,
            OpenAccount openAccount,
            OwnerProperties owner) {
        this.jdbc = jdbc;
        this.defineSets = defineSets;
        this.accounts = accounts;
        this.openAccount = openAccount;
        this.owner = owner;
    }

    @Transactional
    public void open() {
        jdbc.sql(LOCK).query(row -> {});
        defineSets.define();
        if (accounts.root().isPresent()) {
            return;
        }
        NewAccount root =
                new NewAccount(Tier.OWNER, owner.name(), owner.email(), null, "LKR", ZoneId.of("Asia/Colombo"));
        if (openAccount.open(root, null) instanceof AccountOpening.Opened(var account, var user)) {
            log.info("opened the root account {} with the owner's user {}", account.id(), user.id());
        }
    }
}
