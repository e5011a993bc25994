package ai.whatsflow.bench.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * wrk as the load: a closed loop in C that takes little of the machine. Its latencies are not read, because a closed
 * loop hides them; only how many requests were answered.
 *
 * @param script of wrk in Lua, for requests that differ; may be null
 */
public record Wrk(
        String url,
        int connections,
        Map<String, String> headers,
        @Nullable Path script) {

    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(60);
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

    /** How many requests were answered with a 2xx, and how many with anything else. */
    public record Answers(long good, long refused) {}

    /** Runs until that many requests were answered, so that a busy machine warms up as much as an idle one. */
    public void warmUp(long requests) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST_WARM_UP.toNanos();
        long answered = 0;
        while (answered < requests && System.nanoTime() < deadline) {
            answered += count(Duration.ofSeconds(2)).good();
        }
    }

    /** Returns how many requests were answered, all of them with a 2xx. */
    public long run(Duration time) throws IOException, InterruptedException {
        Answers answers = count(time);
        if (answers.refused() > 0) {
            throw new IOException("wrk on " + url + ": " + answers);
        }
        return answers.good();
    }

    public Answers count(Duration time) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("wrk", "-t1", "-c" + connections, "-d" + time.toSeconds() + "s", "--timeout", "10s"));
        headers.forEach((name, value) -> command.addAll(List.of("-H", name + ": " + value)));
        if (script != null) {
            command.addAll(List.of("-s", script.toString()));
        }
        command.add(url);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher answered = REQUESTS.matcher(output);
        if (process.waitFor() != 0 || !answered.find()) {
            throw new IOException("wrk on " + url + ":\n" + output);
        }
        Matcher refused = REFUSED.matcher(output);
        long bad = refused.find() ? Long.parseLong(refused.group(1)) : 0;
        return new Answers(Long.parseLong(answered.group(1)) - bad, bad);
    }
}
