package ai.whatsflow.bench.scene;

import ai.whatsflow.local.process.Jvm;
import ai.whatsflow.local.service.Application;
import ai.whatsflow.local.service.CachedStart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program of this module in a JVM of its own, with the flags of {@code up}. It answers each line on its standard
 * input with one on its standard output and ends when its input does.
 */
public final class Program implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream questions;
    private final Path log;

    private Program(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Starts it as {@code up} starts messaging-service, and waits until it says {@code ready}. */
    public static Program start(Scene scene, Class<?> main, Map<String, String> environment) throws IOException {
        List<String> command = Jvm.command(
                CachedStart.flags(Application.MESSAGING.artifact()),
                List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        Path log = scene.home().log(main.getSimpleName());
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().putAll(environment);
        Program program = new Program(builder.start(), log);
        String first = program.answer();
        if (!first.equals("ready")) {
            throw new IOException(main.getSimpleName() + " says " + first);
        }
        return program;
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    public String ask(String line) throws IOException {
        questions.println(line);
        return answer();
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the program ended: see " + log);
        }
        return line;
    }

    @Override
    public void close() {
        questions.close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
