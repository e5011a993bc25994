package ai.whatsflow.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** No service's role opens another's database. */
@Order(2)
class SeparationIT {

    @Test
    void eachRoleOpensItsOwnDatabaseAndNoOther() throws SQLException {
        RunningPlatform platform = RunningPlatform.get();
        for (String role : RunningPlatform.SERVICES) {
            for (String database : RunningPlatform.SERVICES) {
                if (role.equals(database)) {
                    try (Connection own = platform.connect(database, role)) {
                        assertThat(own.isValid(2)).isTrue();
                    }
                } else {
                    assertThatThrownBy(() -> platform.connect(database, role).close())
                            .as(role + " opens " + database)
                            .isInstanceOf(SQLException.class)
                            .hasMessageContaining("permission denied");
                }
            }
        }
    }
}
