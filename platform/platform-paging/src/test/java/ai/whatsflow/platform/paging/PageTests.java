package ai.whatsflow.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.test.Seeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTests {

    /** PostgreSQL compares the bytes of a uuid without signs; {@link UUID#compareTo} does not. */
    private static final Comparator<UUID> AS_POSTGRESQL = Comparator.comparing(UUID::toString);

    @Test
    void everyItemStandsOnExactlyOnePageWhicheverWayTheListRuns() {
        Seeds.check(200, random -> {
            List<UUID> keys = Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
                    .limit(random.nextInt(30))
                    .sorted(AS_POSTGRESQL)
                    .toList();
            assertThat(walk(
                            random,
                            request -> keys.stream().filter(key -> AS_POSTGRESQL.compare(key, request.after()) > 0)))
                    .isEqualTo(keys);
            assertThat(walk(
                            random,
                            request -> keys.reversed().stream()
                                    .filter(key -> AS_POSTGRESQL.compare(key, request.before()) < 0)))
                    .isEqualTo(keys.reversed());
        });
    }

    @Test
    void pointsOnIffThereIsMore() {
        PageRequest two = PageRequest.of(2, null);
        List<UUID> rows = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        assertThat(two.rows()).isEqualTo(3);
        assertThat(Page.of(rows.subList(0, 2), two, Function.identity()).nextCursor())
                .isNull();
        Page<String> page = Page.of(rows, two, Function.identity()).map(UUID::toString);
        assertThat(page.items())
                .containsExactly(rows.get(0).toString(), rows.get(1).toString());
        assertThat(PageRequest.of(2, page.nextCursor()).last()).isEqualTo(rows.get(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "AAAA",
                "!!!!!!!!!!!!!!!!!!!!!!",
                "AAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAA="
            })
    void refusesWhatIsNoCursor(String cursor) {
        assertThatThrownBy(() -> PageRequest.of(10, cursor))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(PlatformProblem.UNREADABLE));
    }

    private static List<UUID> walk(RandomGenerator random, Function<PageRequest, Stream<UUID>> list) {
        List<UUID> seen = new ArrayList<>();
        String cursor = null;
        do {
            PageRequest request = PageRequest.of(1 + random.nextInt(10), cursor);
            assertThat(request.isFirst()).isEqualTo(cursor == null);
            Page<UUID> page = Page.of(list.apply(request).limit(request.rows()).toList(), request, Function.identity());
            seen.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        return seen;
    }
}
