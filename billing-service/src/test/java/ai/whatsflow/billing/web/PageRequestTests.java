package ai.whatsflow.billing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.whatsflow.platform.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTests {

    @Test
    void continuesWhereThePageEnded() {
        List<UUID> rows = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        PageRequest first = PageRequest.of(2, null);

        Page<String> page = Page.of(rows, first, id -> id, UUID::toString);

        assertThat(page.items()).hasSize(2);
        assertThat(PageRequest.of(2, page.nextCursor()).before()).isEqualTo(rows.get(1));
    }

    @Test
    void theLastPageHasNoCursor() {
        List<UUID> rows = List.of(UUID.randomUUID());

        assertThat(Page.of(rows, PageRequest.of(null, null), id -> id, UUID::toString)
                        .nextCursor())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void refusesCursorsThatAreNotOurs(String cursor) {
        assertThatThrownBy(() -> PageRequest.of(10, cursor)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201})
    void boundsThePage(int limit) {
        assertThatThrownBy(() -> PageRequest.of(limit, null)).isInstanceOf(ProblemException.class);
    }
}
