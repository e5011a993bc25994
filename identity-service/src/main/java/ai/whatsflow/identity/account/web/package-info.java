/** The HTTP face of accounts, sign-ups and the caller's own profile. */
@NullMarked
package ai.whatsflow.identity.account.web;

import org.jspecify.annotations.NullMarked;
