/** Named groups of contacts. */
@NullMarked
package ai.whatsflow.contact.group;

import org.jspecify.annotations.NullMarked;
