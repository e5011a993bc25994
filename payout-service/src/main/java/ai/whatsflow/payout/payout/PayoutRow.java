package ai.whatsflow.payout.payout;

import ai.whatsflow.platform.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

final class PayoutRow implements RowMapper<Payout> {
    @Override
    public Payout mapRow(ResultSet row, int number) throws SQLException {
        return new Payout(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getObject("sub_dealer_id", UUID.class),
                Money.ofMinor(row.getLong("amount_minor"), row.getString("currency")),
                PayoutType.valueOf(row.getString("type")),
                PayoutStatus.valueOf(row.getString("status")),
                row.getTimestamp("period_start").toInstant(),
                row.getTimestamp("period_end").toInstant(),
                row.getInt("commissions"),
                row.getObject("requested_by", UUID.class),
                row.getTimestamp("requested_at").toInstant(),
                row.getObject("approved_by", UUID.class),
                instant(row.getTimestamp("approved_at")),
                row.getObject("closed_by", UUID.class),
                instant(row.getTimestamp("closed_at")),
                row.getString("reference"),
                row.getString("note"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
