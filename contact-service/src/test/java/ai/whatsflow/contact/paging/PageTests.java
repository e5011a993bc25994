package ai.whatsflow.contact.paging;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.contact.recipient.RecipientPage;
import ai.whatsflow.platform.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PageTests {

    private static final UUID FIRST = new UUID(1, -1);
    private static final UUID SECOND = new UUID(-1, 1);

    private final JsonMapper mapper = JsonMapper.builder()
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    @Test
    void pointsPastItsLastItem() {
        Page<UUID> page = Page.of(List.of(FIRST, SECOND), 1, key -> key);
        assertThat(page.items()).containsExactly(FIRST);
        assertThat(Cursor.key(page.nextCursor())).isEqualTo(FIRST);
    }

    @Test
    void endsWithAnExplicitNull() {
        Page<UUID> page = Page.of(List.of(FIRST), 1, key -> key);
        assertThat(mapper.writeValueAsString(page)).contains("\"nextCursor\":null");
        assertThat(mapper.writeValueAsString(new RecipientPage(List.of(), null, null)))
                .isEqualTo("{\"items\":[],\"nextCursor\":null}");
    }

    @Test
    void refusesForeignCursors() {
        for (String cursor : List.of("", "AAAA", "!!!!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")) {
            Assertions.assertThatThrownBy(() -> Cursor.key(cursor)).isInstanceOf(ProblemException.class);
        }
    }
}
