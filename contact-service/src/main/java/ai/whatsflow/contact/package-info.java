/** Contacts, groups and consent of customer accounts. */
@NullMarked
package ai.whatsflow.contact;

import org.jspecify.annotations.NullMarked;
