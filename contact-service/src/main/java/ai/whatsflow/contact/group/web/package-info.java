/** HTTP face of groups. */
@NullMarked
package ai.whatsflow.contact.group.web;

import org.jspecify.annotations.NullMarked;
