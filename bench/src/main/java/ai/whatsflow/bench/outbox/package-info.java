/** The outbox relay against a bare producer. */
@NullMarked
package ai.whatsflow.bench.outbox;

import org.jspecify.annotations.NullMarked;
