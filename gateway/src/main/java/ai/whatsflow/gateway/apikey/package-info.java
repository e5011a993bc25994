/** API keys: their exchange at identity-service for a short internal token, and the cache of exchanges. */
@NullMarked
package ai.whatsflow.gateway.apikey;

import org.jspecify.annotations.NullMarked;
