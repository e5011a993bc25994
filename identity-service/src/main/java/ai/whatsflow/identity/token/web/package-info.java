/** The public keys, for those who verify our tokens. */
@NullMarked
package ai.whatsflow.identity.token.web;

import org.jspecify.annotations.NullMarked;
