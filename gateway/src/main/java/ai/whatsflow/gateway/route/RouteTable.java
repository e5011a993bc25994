package ai.whatsflow.gateway.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Finds the row of a path: by its first segment in a map, then the row with the most segments that fits, literal ones
 * before wildcards. Nothing that is not in the table is routed.
 */
@ConfigurationProperties("gateway")
public final class RouteTable {

    private final List<ApiRoute> routes;
    private final Map<String, Row[]> rowsByFirstSegment = new HashMap<>();

    public RouteTable(List<ApiRoute> routes) {
        this.routes = List.copyOf(routes);
        Map<String, List<Row>> grouped = new HashMap<>();
        for (ApiRoute route : routes) {
            Row row = new Row(route, route.segments().toArray(String[]::new));
            grouped.computeIfAbsent(row.segments[0], first -> new ArrayList<>()).add(row);
        }
        Comparator<Row> mostSpecificFirst = Comparator.comparingInt((Row row) -> -row.segments.length)
                .thenComparingLong(
                        row -> row.route.segments().stream().filter("*"::equals).count());
        grouped.forEach((first, rows) -> {
            rows.sort(mostSpecificFirst);
            rowsByFirstSegment.put(first, rows.toArray(Row[]::new));
        });
    }

    public List<ApiRoute> routes() {
        return routes;
    }

    /** The row for a raw (undecoded) path, or null when nothing is routed there. */
    public @Nullable ApiRoute find(String rawPath) {
        if (!rawPath.startsWith(ApiRoute.PREFIX)) {
            return null;
        }
        int start = ApiRoute.PREFIX.length();
        int end = rawPath.indexOf('/', start);
        Row[] rows = rowsByFirstSegment.get(end < 0 ? rawPath.substring(start) : rawPath.substring(start, end));
        if (rows != null) {
            for (Row row : rows) {
                if (row.fits(rawPath)) {
                    return row.route;
                }
            }
        }
        return null;
    }

    private record Row(ApiRoute route, String[] segments) {

        boolean fits(String rawPath) {
            int at = ApiRoute.PREFIX.length();
            for (String segment : segments) {
                if (at > rawPath.length()) {
                    return false;
                }
                int slash = rawPath.indexOf('/', at);
                int end = slash < 0 ? rawPath.length() : slash;
                boolean same = segment.equals("*")
                        ? end > at
                        : end - at == segment.length() && rawPath.startsWith(segment, at);
                if (!same) {
                    return false;
                }
                at = end + 1;
            }
            return true;
        }
    }
}
