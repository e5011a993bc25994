package ai.whatsflow.platform.inbox;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.client.ResourceAccessException;

/** Tells failures that pass (try again, keep the order) from those that stay (park). */
final class Failures {

    /** Connection, insufficient resources, operator intervention, serialisation, deadlock, lock not available. */
    private static final Set<String> PASSING_SQL_STATES = Set.of("08", "53", "57", "40", "55");

    private Failures() {}

    static boolean isPassing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PoisonRecordException) {
                return false;
            }
            if (cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof TransactionSystemException
                    || cause instanceof SQLTransientException
                    || cause instanceof SQLRecoverableException
                    || cause instanceof ResourceAccessException
                    || cause instanceof KafkaException
                    || cause instanceof TimeoutException
                    || cause instanceof InterruptedException
                    || cause instanceof IOException && !isJson(cause)
                    || cause instanceof SQLException sql && isPassing(sql)) {
                return true;
            }
        }
        return false;
    }

    static String summary(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String text = failure.getClass().getSimpleName() + ": " + root.getMessage();
        return text.length() > 500 ? text.substring(0, 500) : text;
    }

    private static boolean isPassing(SQLException sql) {
        String state = sql.getSQLState();
        return state != null && state.length() >= 2 && PASSING_SQL_STATES.contains(state.substring(0, 2));
    }

    private static boolean isJson(Throwable cause) {
        return cause.getClass().getName().contains("jackson");
    }
}
