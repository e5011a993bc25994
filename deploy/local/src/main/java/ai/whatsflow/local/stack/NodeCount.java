package ai.whatsflow.local.stack;

import ai.whatsflow.local.files.Home;
import ai.whatsflow.local.files.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many device nodes this platform has; kept so that a later start brings back the same ones. */
record NodeCount(Home home) {

    private static final int AT_FIRST = 2;

    int remembered() {
        try {
            return Files.exists(file())
                    ? Integer.parseInt(Files.readString(file()).strip())
                    : AT_FIRST;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remember(int count) {
        PrivateFile.write(file(), count + "\n");
    }

    private Path file() {
        return home.data("node-count");
    }
}
