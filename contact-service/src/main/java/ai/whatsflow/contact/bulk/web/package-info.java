/** HTTP face of adding many contacts. */
@NullMarked
package ai.whatsflow.contact.bulk.web;

import org.jspecify.annotations.NullMarked;
