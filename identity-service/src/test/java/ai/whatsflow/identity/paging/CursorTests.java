package ai.whatsflow.identity.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.test.Seeds;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {

    @Test
    void comesBackAsItWent() {
        Seeds.check(200, random -> {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            assertThat(Cursor.decode(Cursor.encode(id))).isEqualTo(id);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!!!!", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void refusesWhatIsNoCursor(String text) {
        assertThatThrownBy(() -> Cursor.decode(text)).isInstanceOf(ProblemException.class);
    }

    @Test
    void saysWhereTheNextPageBeginsOnlyIfThereIsOne() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        Slice slice = Slice.of(1, null);
        assertThat(Page.of(List.of(first), slice, Function.identity()).nextCursor())
                .isNull();
        Page<UUID> page = Page.of(List.of(first, second), slice, Function.identity());
        assertThat(page.items()).containsExactly(first);
        assertThat(page.nextCursor()).isEqualTo(Cursor.encode(first));
    }
}
