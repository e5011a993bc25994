package ai.whatsflow.billing.subscription;

import ai.whatsflow.billing.Columns;
import ai.whatsflow.billing.plan.Features;
import ai.whatsflow.billing.plan.Limits;
import ai.whatsflow.billing.plan.PackageColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSubscriptions extends Subscriptions {

    private final JdbcClient jdbc;

    JdbcSubscriptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Subscription> of(UUID accountId) {
        return jdbc.sql("SELECT * FROM subscriptions WHERE account_id = ?")
                .param(accountId)
                .query(JdbcSubscriptions::subscription)
                .optional();
    }

    @Override
    Optional<Subscription> lock(UUID accountId) {
        return jdbc.sql("SELECT * FROM subscriptions WHERE account_id = ? FOR UPDATE")
                .param(accountId)
                .query(JdbcSubscriptions::subscription)
                .optional();
    }

    @Override
    List<Subscription> lockEnded(Instant now, int limit) {
        return jdbc.sql("""
                        SELECT * FROM subscriptions WHERE status <> 'EXPIRED' AND period_end <= ?
                        ORDER BY period_end LIMIT ? FOR UPDATE SKIP LOCKED
                        """)
                .params(Columns.at(now), limit)
                .query(JdbcSubscriptions::subscription)
                .list();
    }

    @Override
    void insert(Subscription subscription) {
        Map<String, @Nullable Object> columns = columns(subscription);
        jdbc.sql("INSERT INTO subscriptions (" + String.join(", ", columns.keySet()) + ") VALUES (:"
                        + String.join(", :", columns.keySet()) + ")")
                .params(columns)
                .update();
    }

    @Override
    void update(Subscription subscription) {
        Map<String, @Nullable Object> columns = columns(subscription);
        String assignments = String.join(
                ", ", columns.keySet().stream().map(c -> c + " = :" + c).toList());
        int updated = jdbc.sql("UPDATE subscriptions SET " + assignments
                        + " WHERE subscription_id = :subscription_id AND version = :version - 1")
                .params(columns)
                .update();
        if (updated != 1) {
            throw new IllegalStateException("subscription " + subscription.id() + " was changed by another");
        }
    }

    private static Map<String, @Nullable Object> columns(Subscription subscription) {
        Offer offer = subscription.offer();
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("subscription_id", subscription.id());
        columns.put("account_id", subscription.accountId());
        columns.put("account_path", Columns.uuids(subscription.accountPath()));
        columns.put("version", subscription.version());
        columns.put("status", subscription.status().name());
        columns.put("package_id", offer.packageId());
        columns.put("package_version", offer.packageVersion());
        columns.put("package_name", offer.name());
        columns.put("plan", offer.plan());
        columns.put("cycle", offer.cycle().name());
        columns.put("currency", subscription.currency().getCurrencyCode());
        columns.put("time_zone", subscription.timeZone().getId());
        columns.put("billing_day", subscription.billingDay());
        columns.put("period_start", Columns.at(subscription.period().start()));
        columns.put("period_end", Columns.at(subscription.period().end()));
        putLimits(columns, offer.limits());
        putFeatures(columns, offer.features());
        columns.put("changed_at", Columns.at(subscription.changedAt()));
        return columns;
    }

    private static void putLimits(Map<String, @Nullable Object> columns, Limits limits) {
        columns.put("devices", limits.devices());
        columns.put("contacts", limits.contacts());
        columns.put("messages", limits.messages());
        columns.put("ai_replies", limits.aiReplies());
        columns.put("broadcasts", limits.broadcasts());
    }

    private static void putFeatures(Map<String, @Nullable Object> columns, Features features) {
        columns.put("api_access", features.apiAccess());
        columns.put("scheduled_messages", features.scheduledMessages());
        columns.put("group_management", features.groupManagement());
        columns.put("analytics", features.analytics());
    }

    private static Subscription subscription(ResultSet rs, int row) throws SQLException {
        Offer offer = new Offer(
                Columns.uuidOrNull(rs, "package_id"),
                Columns.integerOrNull(rs, "package_version"),
                rs.getString("package_name"),
                rs.getString("plan"),
                SubscriptionCycle.valueOf(rs.getString("cycle")),
                PackageColumns.limits(rs),
                PackageColumns.features(rs));
        return new Subscription(
                Columns.uuid(rs, "subscription_id"),
                Columns.uuid(rs, "account_id"),
                Columns.uuids(rs, "account_path"),
                rs.getLong("version"),
                SubscriptionStatus.valueOf(rs.getString("status")),
                offer,
                Currency.getInstance(rs.getString("currency")),
                ZoneId.of(rs.getString("time_zone")),
                rs.getInt("billing_day"),
                new Period(Columns.instant(rs, "period_start"), Columns.instant(rs, "period_end")),
                Columns.instant(rs, "changed_at"));
    }
}
