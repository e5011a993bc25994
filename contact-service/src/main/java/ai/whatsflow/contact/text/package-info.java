/** What text may be made of. */
@NullMarked
package ai.whatsflow.contact.text;

import org.jspecify.annotations.NullMarked;
