/** HTTP face of the address book. */
@NullMarked
package ai.whatsflow.contact.contact.web;

import org.jspecify.annotations.NullMarked;
