package ai.whatsflow.node.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The key this node enrolled with (or will), the id the registry gave it, and the id of this process. A supervisor
 * reads {@code node-key.json}, {@code server-id} and {@code boot-id} to report this process's death.
 */
@Component
public class NodeIdentity {

    static final String KEY_FILE = "node-key.json";
    static final String SERVER_ID_FILE = "server-id";
    static final String BOOT_ID_FILE = "boot-id";

    private static final Logger LOG = LoggerFactory.getLogger(NodeIdentity.class);
    private static final int KEY_BITS = 2048;

    private final DataDirectory directory;
    private final RSAKey key;
    private final UUID bootId = UUID.randomUUID();
    private volatile @Nullable UUID serverId;

    NodeIdentity(DataDirectory directory) throws IOException, ParseException, JOSEException {
        this.directory = directory;
        this.key = key();
        this.serverId = directory.read(SERVER_ID_FILE).map(UUID::fromString).orElse(null);
        directory.write(BOOT_ID_FILE, bootId.toString());
    }

    private RSAKey key() throws IOException, ParseException, JOSEException {
        Optional<String> known = directory.read(KEY_FILE);
        if (known.isPresent()) {
            return RSAKey.parse(known.get());
        }
        RSAKey fresh = new RSAKeyGenerator(KEY_BITS).keyIDFromThumbprint(true).generate();
        directory.write(KEY_FILE, fresh.toJSONString());
        LOG.info("made a key pair for this node, kid {}", fresh.getKeyID());
        return fresh;
    }

    RSAKey signingKey() {
        return key;
    }

    public RSAKey publicKey() {
        return key.toPublicJWK();
    }

    public UUID bootId() {
        return bootId;
    }

    public Optional<UUID> serverId() {
        return Optional.ofNullable(serverId);
    }

    public void enrolledAs(UUID id) {
        try {
            directory.write(SERVER_ID_FILE, id.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the server id cannot be kept", e);
        }
        serverId = id;
    }
}
