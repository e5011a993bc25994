/** How a node becomes the one that speaks for a server: a token once, then a key of its own. */
@NullMarked
package ai.whatsflow.serverregistry.enrolment;

import org.jspecify.annotations.NullMarked;
