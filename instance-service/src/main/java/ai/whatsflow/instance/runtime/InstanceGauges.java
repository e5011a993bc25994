package ai.whatsflow.instance.runtime;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the alerts of this service look at, read when it is scraped. */
@Component
class InstanceGauges implements MeterBinder {

    private final JdbcClient jdbc;

    InstanceGauges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "instance.sessions.online", "sessions that are online", """
                SELECT count(*) FROM instances WHERE state = 'ONLINE'
                """);
        gauge(registry, "instance.sessions.homeless", "wanted sessions that no node holds", """
                SELECT count(*) FROM assignments a JOIN instances i ON i.id = a.instance_id
                WHERE (a.phase = 'VACANT' OR a.expires_at < clock_timestamp())
                  AND i.state NOT IN ('LOGGED_OUT', 'DELETED', 'STOPPED')
                """);
        gauge(registry, "instance.lanes.late", "online lanes that have been due for more than 10 s", """
                SELECT count(*) FROM lanes l JOIN instances i ON i.id = l.instance_id
                WHERE l.has_work AND l.check_at < clock_timestamp() - interval '10 s' AND i.state = 'ONLINE'
                """);
    }

    private void gauge(MeterRegistry registry, String name, String description, String sql) {
        Gauge.builder(name, () -> count(sql)).description(description).register(registry);
    }

    private double count(String sql) {
        try {
            return jdbc.sql(sql).query(Long.class).single();
        } catch (DataAccessException away) {
            return Double.NaN;
        }
    }
}
