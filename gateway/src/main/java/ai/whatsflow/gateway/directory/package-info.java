/** Accounts, users, permission sets, revoked keys and plans as the identity and billing events tell them, in memory. */
@NullMarked
package ai.whatsflow.gateway.directory;

import org.jspecify.annotations.NullMarked;
