/** The table of what is routed, to which service, for whom and within which limits. */
@NullMarked
package ai.whatsflow.gateway.route;

import org.jspecify.annotations.NullMarked;
