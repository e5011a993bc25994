package ai.whatsflow.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the running platform is, as the launcher tells it.
 *
 * @param script the launcher itself, for killing and starting a node
 * @param credentials of the demo users, made at the first start
 * @param environment what the launcher has to be told so that it means this very platform
 */
public record Place(
        String gateway,
        String keycloak,
        String mail,
        String simulator,
        String payHere,
        Path script,
        Map<String, String> credentials,
        Map<String, String> environment) {

    public static Place fromEnvironment(Map<String, String> environment) {
        return new Place(
                required(environment, "WHATSFLOW_GATEWAY_URL"),
                required(environment, "WHATSFLOW_KEYCLOAK_URL"),
                required(environment, "WHATSFLOW_MAIL_URL"),
                required(environment, "WHATSFLOW_SIMULATOR_URL"),
                required(environment, "WHATSFLOW_PAYHERE_SIMULATOR_URL"),
                Path.of(required(environment, "WHATSFLOW_SCRIPT")),
                read(Path.of(required(environment, "WHATSFLOW_CREDENTIALS"))),
                environment);
    }

    String password(String user) {
        String password = credentials.get("user." + user + ".password");
        if (password == null) {
            throw new IllegalStateException("the credentials name no user " + user);
        }
        return password;
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set: start the demo with ./whatsflow demo");
        }
        return value;
    }

    private static Map<String, String> read(Path file) {
        Map<String, String> values = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    values.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return values;
    }
}
