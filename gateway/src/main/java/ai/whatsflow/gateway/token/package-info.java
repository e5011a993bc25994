/** Keycloak's access tokens: their signing keys, their verification and the cache of those verified. */
@NullMarked
package ai.whatsflow.gateway.token;

import org.jspecify.annotations.NullMarked;
