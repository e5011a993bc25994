/** Rate limits by account, caller, route class and address, over permits leased from Redis in blocks. */
@NullMarked
package ai.whatsflow.gateway.ratelimit;

import org.jspecify.annotations.NullMarked;
