/** What the platform costs: each goal is measured against a yardstick that runs beside it. */
@NullMarked
package ai.whatsflow.bench;

import org.jspecify.annotations.NullMarked;
