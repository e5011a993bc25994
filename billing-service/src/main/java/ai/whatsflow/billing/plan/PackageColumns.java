package ai.whatsflow.billing.plan;

import ai.whatsflow.billing.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Columns that packages and subscriptions share. */
public final class PackageColumns {

    private PackageColumns() {}

    public static Limits limits(ResultSet rs) throws SQLException {
        return new Limits(
                Columns.integerOrNull(rs, "devices"),
                Columns.integerOrNull(rs, "contacts"),
                Columns.integerOrNull(rs, "messages"),
                Columns.integerOrNull(rs, "ai_replies"),
                Columns.integerOrNull(rs, "broadcasts"));
    }

    public static Features features(ResultSet rs) throws SQLException {
        return new Features(
                rs.getBoolean("api_access"),
                rs.getBoolean("scheduled_messages"),
                rs.getBoolean("group_management"),
                rs.getBoolean("analytics"));
    }
}
