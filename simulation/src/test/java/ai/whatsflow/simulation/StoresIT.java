package ai.whatsflow.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.instance.assignment.AssignmentStores;
import ai.whatsflow.instance.dispatch.DispatchStores;
import ai.whatsflow.instance.instance.InstanceStores;
import ai.whatsflow.instance.node.NodeStores;
import ai.whatsflow.instance.vault.VaultStores;
import ai.whatsflow.platform.test.Seeds;
import ai.whatsflow.platform.test.TestPostgres;
import java.time.Instant;
import java.util.Random;
import liquibase.integration.spring.SpringLiquibase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The store in memory answers as PostgreSQL does: what the simulation finds out about the one holds for the other. The
 * database's clock is put in the test's hands by functions that stand before the real ones in the search path.
 */
class StoresIT {

    private static final int ROUNDS = Boolean.getBoolean("whatsflow.deep") ? 300 : 10;
    private static final int QUESTIONS = 400;

    private static SingleConnectionDataSource database;
    private static JdbcClient jdbc;

    private Instant now = Instant.parse("2030-01-01T00:00:00Z");
    private int lanesSeen;

    @BeforeAll
    static void migrate() throws Exception {
        database = new SingleConnectionDataSource(TestPostgres.createDatabase(), true);
        SpringLiquibase liquibase = new SpringLiquibase();
        liquibase.setDataSource(database);
        liquibase.setResourceLoader(new DefaultResourceLoader());
        liquibase.setChangeLog("classpath:db/changelog/db.changelog-master.yaml");
        liquibase.afterPropertiesSet();
        jdbc = JdbcClient.create(database);
        jdbc.sql("CREATE SCHEMA told").update();
        for (String name : new String[] {"clock_timestamp", "now"}) {
            jdbc.sql("CREATE FUNCTION told." + name + "() RETURNS timestamptz LANGUAGE sql"
                            + " AS $$ SELECT current_setting('told.now')::timestamptz $$")
                    .update();
        }
        // Equal answers are asked for here, not durable ones.
        jdbc.sql("SET synchronous_commit = off").update();
        jdbc.sql("SET search_path = told, public, pg_catalog").update();
    }

    @AfterAll
    static void close() {
        database.destroy();
    }

    @Test
    void answerAlike() {
        Seeds.check(ROUNDS, this::ask);

        assertThat(lanesSeen).as("lanes that were due").isPositive();
    }

    private void ask(Random random) {
        tell();
        jdbc.sql("TRUNCATE instances, assignments, epochs, pulse, vaults, nodes, lanes, dispatches CASCADE")
                .update();
        jdbc.sql("ALTER SEQUENCE dispatch_positions RESTART").update();
        Tables tables = new Tables(() -> now);
        InstanceStores instances = new InstanceStores(jdbc, tables);
        NodeStores nodes = new NodeStores(jdbc, tables);
        AssignmentStores assignments = new AssignmentStores(jdbc, tables);
        DispatchStores dispatches = new DispatchStores(jdbc, tables);
        VaultStores vaults = new VaultStores(jdbc, tables);
        for (int question = 0; question < QUESTIONS; question++) {
            now = now.plusMillis(random.nextInt(5) == 0 ? random.nextInt(2_000) : random.nextInt(30));
            tell();
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> assignments.ask(random);
                case 3 -> instances.ask(random);
                case 4 -> {
                    nodes.ask(random);
                    vaults.ask(random);
                }
                default -> lanesSeen += dispatches.ask(random);
            }
        }
    }

    private void tell() {
        jdbc.sql("SELECT set_config('told.now', :now, false)")
                .param("now", now.toString())
                .query(String.class)
                .single();
    }
}
