/** The first policies of the chain: who is calling, and whether that tier may ever do this. */
@NullMarked
package ai.whatsflow.gateway.access;

import org.jspecify.annotations.NullMarked;
