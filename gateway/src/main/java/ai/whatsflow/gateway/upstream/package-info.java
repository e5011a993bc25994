/** The last policies of the chain: body limits, circuit breakers and the forwarding to a service. */
@NullMarked
package ai.whatsflow.gateway.upstream;

import org.jspecify.annotations.NullMarked;
