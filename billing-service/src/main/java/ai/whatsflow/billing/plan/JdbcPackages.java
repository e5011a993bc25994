package ai.whatsflow.billing.plan;

import ai.whatsflow.billing.Columns;
import ai.whatsflow.platform.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPackages extends Packages {

    private static final String CURRENT = """
            SELECT v.* FROM packages p
            JOIN package_versions v ON v.package_id = p.package_id AND v.version = p.current_version
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcPackages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<PackageVersion> current(UUID packageId) {
        return jdbc.sql(CURRENT + "WHERE p.package_id = ?")
                .param(packageId)
                .query(this::version)
                .optional();
    }

    @Override
    public Optional<PackageVersion> find(UUID packageId, int version) {
        return jdbc.sql("SELECT * FROM package_versions WHERE package_id = ? AND version = ?")
                .params(packageId, version)
                .query(this::version)
                .optional();
    }

    @Override
    public List<PackageVersion> page(Set<Visibility> visible, UUID before, int limit) {
        return jdbc.sql(CURRENT + """
                                WHERE p.status = 'ACTIVE' AND v.visibility = ANY(:visible) AND p.package_id < :before
                                ORDER BY p.package_id DESC LIMIT :limit
                                """)
                .param("visible", visible.stream().map(Visibility::name).toArray(String[]::new))
                .param("before", before)
                .param("limit", limit + 1)
                .query(this::version)
                .list();
    }

    @Override
    public List<PackageVersion> onOffer() {
        return jdbc.sql(CURRENT + """
                                WHERE p.status = 'ACTIVE' AND v.visibility = 'PUBLIC'
                                ORDER BY v.currency, v.monthly_minor, p.package_id
                                """).query(this::version).list();
    }

    @Override
    void insert(PackageVersion first, UUID by) {
        jdbc.sql("INSERT INTO packages (package_id, current_version, status, created_at, created_by)"
                        + " VALUES (?, 1, 'ACTIVE', ?, ?)")
                .params(first.packageId(), Columns.at(clock.instant()), by)
                .update();
        insertVersion(first, by);
    }

    @Override
    boolean advance(PackageVersion next, UUID by) {
        int advanced = jdbc.sql("UPDATE packages SET current_version = ? WHERE package_id = ? AND current_version = ?")
                .params(next.version(), next.packageId(), next.version() - 1)
                .update();
        if (advanced == 1) {
            insertVersion(next, by);
        }
        return advanced == 1;
    }

    private void insertVersion(PackageVersion version, UUID by) {
        PackageTerms terms = version.terms();
        jdbc.sql("""
                        INSERT INTO package_versions (package_id, version, name, slug, description, monthly_minor,
                            annual_minor, currency, devices, contacts, messages, ai_replies, broadcasts, api_access,
                            scheduled_messages, group_management, analytics, visibility, created_at, created_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Columns.row(
                        version.packageId(),
                        version.version(),
                        terms.name(),
                        version.slug(),
                        terms.description(),
                        terms.monthlyPrice().minor(),
                        version.annualPrice().minor(),
                        terms.monthlyPrice().currency().getCurrencyCode(),
                        terms.limits().devices(),
                        terms.limits().contacts(),
                        terms.limits().messages(),
                        terms.limits().aiReplies(),
                        terms.limits().broadcasts(),
                        terms.features().apiAccess(),
                        terms.features().scheduledMessages(),
                        terms.features().groupManagement(),
                        terms.features().analytics(),
                        terms.visibility().name(),
                        Columns.at(clock.instant()),
                        by))
                .update();
    }

    private PackageVersion version(ResultSet rs, int row) throws SQLException {
        Money monthly = Columns.money(rs, "monthly_minor");
        PackageTerms terms = new PackageTerms(
                rs.getString("name"),
                rs.getString("description"),
                monthly,
                PackageColumns.limits(rs),
                PackageColumns.features(rs),
                Visibility.valueOf(rs.getString("visibility")));
        return new PackageVersion(
                Columns.uuid(rs, "package_id"), rs.getInt("version"), terms, Columns.money(rs, "annual_minor"));
    }
}
