/** Who may be written to: it outlives the contact it was given by. */
@NullMarked
package ai.whatsflow.contact.consent;

import org.jspecify.annotations.NullMarked;
