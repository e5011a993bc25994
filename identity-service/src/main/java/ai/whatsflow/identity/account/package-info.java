/** The account tree: owner, sub-dealers, customers. */
@NullMarked
package ai.whatsflow.identity.account;

import org.jspecify.annotations.NullMarked;
