/** Reads the numbers people type into E.164. */
@NullMarked
package ai.whatsflow.contact.phone;

import org.jspecify.annotations.NullMarked;
