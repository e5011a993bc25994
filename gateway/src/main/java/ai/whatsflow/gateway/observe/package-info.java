/** One access log line and one timer sample per request. */
@NullMarked
package ai.whatsflow.gateway.observe;

import org.jspecify.annotations.NullMarked;
