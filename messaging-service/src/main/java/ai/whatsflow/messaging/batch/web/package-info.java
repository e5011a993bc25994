/** HTTP face of batches. */
@NullMarked
package ai.whatsflow.messaging.batch.web;

import org.jspecify.annotations.NullMarked;
