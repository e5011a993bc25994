/** Internal HTTP face of recipients. */
@NullMarked
package ai.whatsflow.contact.recipient.web;

import org.jspecify.annotations.NullMarked;
