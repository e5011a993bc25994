package ai.whatsflow.payhere.simulator.order;

import ai.whatsflow.payhere.simulator.PayhereProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of JSON per change of an order, forced to the disk before the change is answered; the last line of an order
 * wins. A line torn by a kill was never answered and is cut off at the next start.
 */
@Component
class OrderJournal {
    private final Path file;
    private final JsonMapper json;

    OrderJournal(PayhereProperties properties, JsonMapper json) {
        this.file = properties.dataDirectory().resolve("orders.jsonl");
        this.json = json;
        try {
            Files.createDirectories(properties.dataDirectory());
        } catch (IOException denied) {
            throw new UncheckedIOException(denied);
        }
    }

    List<Order> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            cutTornLine();
            List<Order> orders = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                orders.add(json.readValue(line, Order.class));
            }
            return orders;
        } catch (IOException | JacksonException unreadable) {
            throw new IllegalStateException("The journal " + file + " cannot be read", unreadable);
        }
    }

    void append(Order order) throws IOException {
        byte[] line = (json.writeValueAsString(order) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private void cutTornLine() throws IOException {
        String text = Files.readString(file);
        int whole = text.lastIndexOf('\n') + 1;
        if (whole < text.length()) {
            Files.writeString(file, text.substring(0, whole));
        }
    }
}
