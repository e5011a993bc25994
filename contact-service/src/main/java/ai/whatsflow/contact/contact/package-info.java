/** The address book of an account. */
@NullMarked
package ai.whatsflow.contact.contact;

import org.jspecify.annotations.NullMarked;
