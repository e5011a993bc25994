package ai.whatsflow.local.component;

import ai.whatsflow.local.files.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Secrets of one platform, drawn at random when first asked for and kept in a file that only its owner reads.
 * Lines are {@code name=value}, sorted by name.
 */
public final class Credentials {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> values;

    private Credentials(Path file, Map<String, String> values) {
        this.file = file;
        this.values = values;
    }

    public static Credentials in(Path file) {
        Map<String, String> values = new TreeMap<>();
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    int equals = line.indexOf('=');
                    if (equals > 0) {
                        values.put(line.substring(0, equals), line.substring(equals + 1));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Credentials(file, values);
    }

    public String databasePassword(String role) {
        return secret("database." + role + ".password");
    }

    public String clientSecret(String client) {
        return secret("client." + client + ".secret");
    }

    public String userPassword(String user) {
        return secret("user." + user + ".password");
    }

    /** 24 characters that survive URLs, shells and property files. */
    public synchronized String secret(String name) {
        return remembered(name, () -> letters(24));
    }

    /** A key for keyed hashes: 48 characters. */
    public synchronized String pepper(String name) {
        return remembered(name, () -> letters(48));
    }

    /** A keyring for AES-256 in the form {@code id:base64}. */
    public synchronized String encryptionKeys(String service) {
        return remembered("encryption." + service + ".keys", () -> {
            byte[] key = new byte[32];
            random.nextBytes(key);
            return "k1:" + Base64.getEncoder().encodeToString(key);
        });
    }

    /** A number with this many digits, such as a merchant id. */
    public synchronized String digits(String name, int count) {
        return remembered(
                name,
                () -> "1"
                        + random.ints(count - 1L, 0, 10)
                                .mapToObj(Integer::toString)
                                .collect(Collectors.joining()));
    }

    private String letters(int count) {
        return random.ints(count, 0, LETTERS.length())
                .mapToObj(index -> String.valueOf(LETTERS.charAt(index)))
                .collect(Collectors.joining());
    }

    private String remembered(String name, Supplier<String> draw) {
        String known = values.get(name);
        if (known != null) {
            return known;
        }
        String drawn = draw.get();
        values.put(name, drawn);
        PrivateFile.write(
                file,
                values.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(Collectors.joining()));
        return drawn;
    }
}
