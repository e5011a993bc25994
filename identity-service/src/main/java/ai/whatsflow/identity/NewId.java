package ai.whatsflow.identity;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.UUID;

/** UUIDv7, so that the order of ids is the order of creation. Thread-safe. */
public final class NewId {

    private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private NewId() {}

    public static UUID next() {
        return GENERATOR.generate();
    }
}
