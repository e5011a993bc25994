/** The demo users: their accounts, passwords and tokens. */
@NullMarked
package ai.whatsflow.local.people;

import org.jspecify.annotations.NullMarked;
