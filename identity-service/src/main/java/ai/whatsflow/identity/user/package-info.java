/** People: to whose account they belong and which permission sets they hold. */
@NullMarked
package ai.whatsflow.identity.user;

import org.jspecify.annotations.NullMarked;
