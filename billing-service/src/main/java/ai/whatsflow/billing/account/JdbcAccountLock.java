package ai.whatsflow.billing.account;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAccountLock implements AccountLock {

    private final JdbcClient jdbc;

    JdbcAccountLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void lock(UUID accountId) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 22002))")
                .param(accountId.toString())
                .query((rs, row) -> true)
                .single();
    }
}
