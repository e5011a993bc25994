/** Every refusal of the gateway's own, as an RFC 9457 problem document. */
@NullMarked
package ai.whatsflow.gateway.problem;

import org.jspecify.annotations.NullMarked;
