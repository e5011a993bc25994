package ai.whatsflow.instance.assignment;

import ai.whatsflow.instance.sql.UtcTime;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPulse implements Pulse {

    private final JdbcClient jdbc;
    private final LeaseProperties properties;

    JdbcPulse(JdbcClient jdbc, LeaseProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    @Override
    public Beat beat() {
        jdbc.sql("""
                        INSERT INTO pulse (beat_at, resume_at) VALUES (clock_timestamp(), clock_timestamp())
                        ON CONFLICT DO NOTHING
                        """).update();
        record Row(Instant beatAt, Instant resumeAt, Instant now) {}
        Row row = jdbc.sql("SELECT beat_at, resume_at, clock_timestamp() AS now FROM pulse FOR UPDATE")
                .query((each, number) -> new Row(
                        UtcTime.read(each, "beat_at"), UtcTime.read(each, "resume_at"), UtcTime.read(each, "now")))
                .single();
        Instant resumeAt = Outage.resumeAt(row.beatAt(), row.now(), row.resumeAt(), properties.duration());
        jdbc.sql("UPDATE pulse SET beat_at = :now, resume_at = :resumeAt")
                .param("now", UtcTime.of(row.now()))
                .param("resumeAt", UtcTime.of(resumeAt))
                .update();
        return new Beat(row.now(), resumeAt);
    }
}
