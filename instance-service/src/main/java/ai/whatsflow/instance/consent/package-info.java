/** Who does not want to hear from whom, as contact-service says. */
@NullMarked
package ai.whatsflow.instance.consent;

import org.jspecify.annotations.NullMarked;
