package ai.whatsflow.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Asks {@code ss} or {@code lsof} where /proc does not tell. */
final class SocketListing {

    private SocketListing() {}

    static String holderOf(int port) {
        for (List<String> command :
                List.of(List.of("ss", "-Hltnp", "sport = :" + port), List.of("lsof", "-nP", "-iTCP:" + port))) {
            String answer = run(command);
            if (!answer.isBlank()) {
                return answer.lines().reduce((first, last) -> last).orElse("").strip();
            }
        }
        return "a process that cannot be seen from here";
    }

    private static String run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
