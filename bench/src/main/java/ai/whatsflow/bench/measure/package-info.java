/** How things are measured: CPU time of processes, interleaved arms, latency with an open loop. */
@NullMarked
package ai.whatsflow.bench.measure;

import org.jspecify.annotations.NullMarked;
