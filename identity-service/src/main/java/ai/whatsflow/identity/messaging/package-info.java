/** The topics this service publishes and their wire records. */
@NullMarked
package ai.whatsflow.identity.messaging;

import org.jspecify.annotations.NullMarked;
