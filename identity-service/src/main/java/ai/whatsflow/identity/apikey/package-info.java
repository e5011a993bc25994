/** Keys by which programs act for a user, and their exchange for a short token. */
@NullMarked
package ai.whatsflow.identity.apikey;

import org.jspecify.annotations.NullMarked;
