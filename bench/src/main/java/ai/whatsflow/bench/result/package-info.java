/** What came out: goals, spreads, verdicts, the table and the file. */
@NullMarked
package ai.whatsflow.bench.result;

import org.jspecify.annotations.NullMarked;
