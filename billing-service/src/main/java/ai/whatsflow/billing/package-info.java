/** What is sold, to whom, how it is paid, and the books of it. */
@NullMarked
package ai.whatsflow.billing;

import org.jspecify.annotations.NullMarked;
