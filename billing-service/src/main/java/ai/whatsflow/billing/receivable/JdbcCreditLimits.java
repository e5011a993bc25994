package ai.whatsflow.billing.receivable;

import ai.whatsflow.billing.Columns;
import ai.whatsflow.billing.ledger.Balances;
import ai.whatsflow.platform.money.Money;
import java.time.Clock;
import java.util.Currency;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCreditLimits extends CreditLimits {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcCreditLimits(JdbcClient jdbc, Balances balances, Clock clock) {
        super(balances);
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    Money limit(UUID subDealerId, Currency currency) {
        return jdbc.sql("SELECT limit_minor, currency FROM credit_limits WHERE subdealer_id = ? AND currency = ?")
                .params(subDealerId, currency.getCurrencyCode())
                .query((rs, row) -> Columns.money(rs, "limit_minor"))
                .optional()
                .orElse(Money.zero(currency));
    }

    @Override
    void put(UUID subDealerId, Money limit, UUID by) {
        jdbc.sql("""
                        INSERT INTO credit_limits (subdealer_id, limit_minor, currency, changed_at, changed_by)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (subdealer_id) DO UPDATE SET limit_minor = EXCLUDED.limit_minor,
                            currency = EXCLUDED.currency, changed_at = EXCLUDED.changed_at,
                            changed_by = EXCLUDED.changed_by
                        """)
                .params(subDealerId, limit.minor(), limit.currency().getCurrencyCode(), Columns.at(clock.instant()), by)
                .update();
    }
}
