/** What a request is given at the edge: ids, trace context, origin and security headers, a route. */
@NullMarked
package ai.whatsflow.gateway.exchange;

import org.jspecify.annotations.NullMarked;
