/** Adds many contacts at once. */
@NullMarked
package ai.whatsflow.contact.bulk;

import org.jspecify.annotations.NullMarked;
