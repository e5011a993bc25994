/** What is measured on: a platform of the benchmarks' own, its durability, its tools and its profiles. */
@NullMarked
package ai.whatsflow.bench.scene;

import org.jspecify.annotations.NullMarked;
