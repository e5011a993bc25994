/** Chaos: seeded faults on a running platform under load, and what has to hold afterwards. */
@NullMarked
package ai.whatsflow.fault;

import org.jspecify.annotations.NullMarked;
