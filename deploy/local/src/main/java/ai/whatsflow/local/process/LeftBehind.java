package ai.whatsflow.local.process;

import ai.whatsflow.local.files.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Processes of a platform that no pid file knows any more, recognised by the mark in their environment. */
public final class LeftBehind {

    private LeftBehind() {}

    public static List<ProcessHandle> of(Home home) {
        String mark = ManagedProcess.MARK + "=" + home.directory() + "#";
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(PidFile::isRunning)
                .filter(process -> hasMark(process, mark))
                .toList();
    }

    private static boolean hasMark(ProcessHandle process, String mark) {
        try {
            byte[] environment = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "environ"));
            for (String variable : new String(environment, StandardCharsets.UTF_8).split("\0")) {
                if (variable.startsWith(mark)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }
}
