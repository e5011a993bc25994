/** Keycloak as the identity provider. */
@NullMarked
package ai.whatsflow.identity.keycloak;

import org.jspecify.annotations.NullMarked;
