package ai.whatsflow.identity.token;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The key ring in memory, read again every minute: a key of another replica is published long before it signs, so a
 * minute is soon enough. Thread-safe.
 */
@Component
class CurrentKeyRing {

    private static final Logger log = LoggerFactory.getLogger(CurrentKeyRing.class);

    private final RotateSigningKeys rotateSigningKeys;
    private volatile @Nullable KeyRing ring;

    CurrentKeyRing(RotateSigningKeys rotateSigningKeys) {
        this.rotateSigningKeys = rotateSigningKeys;
    }

    KeyRing get() {
        KeyRing known = ring;
        return known == null ? load() : known;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void refresh() {
        try {
            load();
        } catch (DataAccessException away) {
            log.warn("signing keys not refreshed: {}", away.toString());
        }
    }

    private KeyRing load() {
        KeyRing loaded = rotateSigningKeys.rotate();
        ring = loaded;
        return loaded;
    }
}
