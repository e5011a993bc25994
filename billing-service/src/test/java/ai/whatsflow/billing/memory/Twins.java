package ai.whatsflow.billing.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/** Does the same to a store in PostgreSQL and to the one in memory, and compares every answer and every refusal. */
public final class Twins {

    private final TransactionTemplate postgres;
    private final TransactionTemplate memory;
    private final Random random;

    public Twins(TransactionTemplate postgres, InMemoryDatabase memory, Random random) {
        this.postgres = postgres;
        this.memory = new TransactionTemplate(memory);
        this.random = random;
    }

    /** Both in one transaction each, which end alike: kept, rolled back by chance, or after a refusal. */
    public void together(Runnable operations) {
        boolean keep = random.nextInt(4) > 0;
        try {
            postgres.executeWithoutResult(real -> memory.executeWithoutResult(twin -> {
                operations.run();
                if (!keep) {
                    real.setRollbackOnly();
                    twin.setRollbackOnly();
                }
            }));
        } catch (RefusedByBoth alike) {
            // rolled back
        }
    }

    public void same(Runnable real, Runnable twin) {
        same(
                () -> {
                    real.run();
                    return true;
                },
                () -> {
                    twin.run();
                    return true;
                });
    }

    public <T> T same(Supplier<T> real, Supplier<T> twin) {
        Answer<T> expected = answer(real);
        assertThat(answer(twin)).isEqualTo(expected);
        if (expected.refusal != null) {
            throw new RefusedByBoth();
        }
        return expected.value;
    }

    private static <T> Answer<T> answer(Supplier<T> asked) {
        try {
            return new Answer<>(asked.get(), null);
        } catch (DuplicateKeyException duplicate) {
            return new Answer<>(null, DuplicateKeyException.class);
        } catch (DataAccessException refused) {
            return new Answer<>(null, DataAccessException.class);
        } catch (RuntimeException refused) {
            return new Answer<>(null, refused.getClass());
        }
    }

    private record Answer<T>(@Nullable T value, @Nullable Class<?> refusal) {}

    private static final class RefusedByBoth extends RuntimeException {}
}
