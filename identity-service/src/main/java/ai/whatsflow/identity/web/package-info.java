/** Pieces of HTTP that several features share: field constraints and preconditions. */
@NullMarked
package ai.whatsflow.identity.web;

import org.jspecify.annotations.NullMarked;
