/** Accounts, users, permission sets and API keys: who there is, and who may do what. */
@NullMarked
package ai.whatsflow.identity;

import org.jspecify.annotations.NullMarked;
