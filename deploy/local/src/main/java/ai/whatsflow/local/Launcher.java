package ai.whatsflow.local;

import ai.whatsflow.local.command.Whatsflow;
import ai.whatsflow.local.files.StartFailure;
import picocli.CommandLine;

/** Runs one command; a failure it can explain is a sentence on standard error, not a stack trace. */
public final class Launcher {

    private Launcher() {}

    public static void main(String... arguments) {
        CommandLine commandLine = new CommandLine(new Whatsflow())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof StartFailure || failure instanceof IllegalArgumentException) {
                        System.err.println(failure.getMessage());
                    } else {
                        failure.printStackTrace();
                    }
                    return 1;
                });
        System.exit(commandLine.execute(arguments.length == 0 ? new String[] {"--help"} : arguments));
    }
}
