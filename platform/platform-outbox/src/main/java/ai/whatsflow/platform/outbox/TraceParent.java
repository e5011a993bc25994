package ai.whatsflow.platform.outbox;

import org.jspecify.annotations.Nullable;

/** The W3C {@code traceparent} of the work in progress, if it is traced. Thread-safe. */
@FunctionalInterface
public interface TraceParent {

    @Nullable
    String current();
}
