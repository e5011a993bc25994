/** What text may be made of. */
@NullMarked
package ai.whatsflow.messaging.text;

import org.jspecify.annotations.NullMarked;
