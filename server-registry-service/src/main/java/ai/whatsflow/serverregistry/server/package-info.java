/** A WhatsApp server: what operations allow it, what its node reports, and the status that follows. */
@NullMarked
package ai.whatsflow.serverregistry.server;

import org.jspecify.annotations.NullMarked;
