package ai.whatsflow.simulator.network;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * An append-only file of facts, one JSON object a line. Each append is handed to the operating system before it
 * returns, so it survives the death of this process (not of the machine: this is a simulator). A half-written last
 * line is cut off when the file is opened again. Not thread-safe.
 */
public final class Journal implements AutoCloseable {

    private final JsonMapper json = JsonMapper.shared();
    private final Path file;
    private final FileChannel channel;

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    public static Journal open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            throw new IOException(file + " belongs to another simulator that is running");
        }
        channel.truncate(endOfLastLine(channel));
        channel.position(channel.size());
        return new Journal(file, channel);
    }

    void replay(Consumer<JournalRecord> consumer) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                consumer.accept(parse(line, number));
            }
        }
    }

    private JournalRecord parse(String line, long number) throws IOException {
        try {
            return json.readValue(line, JournalRecord.class);
        } catch (JacksonException e) {
            throw new IOException(file + " cannot be read at line " + number, e);
        }
    }

    void append(JournalRecord record) {
        byte[] line = (json.writeValueAsString(record) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            ByteBuffer buffer = ByteBuffer.wrap(line);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be written", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.force(false);
            channel.close();
        }
    }

    private static long endOfLastLine(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }
}
