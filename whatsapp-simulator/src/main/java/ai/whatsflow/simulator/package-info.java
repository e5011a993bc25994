/** A WhatsApp of our own for demo, load and failure tests: a process that outlives the nodes it counts for. */
@NullMarked
package ai.whatsflow.simulator;

import org.jspecify.annotations.NullMarked;
