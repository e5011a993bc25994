package ai.whatsflow.local.command;

import ai.whatsflow.local.component.Component;
import ai.whatsflow.local.files.LogLine;
import ai.whatsflow.local.files.LogTail;
import ai.whatsflow.local.stack.LocalStack;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Shows the end of a log, or of all of them.")
final class LogsCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "service")
    @Nullable
    String service;

    @Option(names = "-f", description = "Goes on showing what is written.")
    boolean follow;

    @Option(names = "-n", description = "How many lines of each log.", defaultValue = "40")
    int lines;

    @Option(names = "--raw", description = "Shows structured lines as they are written.")
    boolean raw;

    @Override
    public Integer call() throws IOException, InterruptedException {
        LocalStack stack = LocalStack.fromEnvironment();
        List<Path> logs = service == null
                ? stack.components().stream().map(component -> log(component)).toList()
                : List.of(log(stack.component(service)));
        if (follow) {
            List<String> command = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines), "-F"));
            logs.forEach(log -> command.add(log.toString()));
            return follow(command);
        }
        for (Path log : logs) {
            if (logs.size() > 1) {
                System.out.println("==> " + log + " <==");
            }
            LogTail.lastLines(log, lines).forEach(this::show);
        }
        return 0;
    }

    private int follow(List<String> tail) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(tail)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        try (BufferedReader reader = process.inputReader()) {
            reader.lines().forEach(this::show);
        }
        return process.waitFor();
    }

    private void show(String line) {
        System.out.println(raw ? line : LogLine.readable(line));
    }

    private static Path log(Component component) {
        return component.process().log();
    }
}
