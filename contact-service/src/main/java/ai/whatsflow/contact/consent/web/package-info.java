/** HTTP face of consent. */
@NullMarked
package ai.whatsflow.contact.consent.web;

import org.jspecify.annotations.NullMarked;
