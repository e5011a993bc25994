/** The HTTP face of users and employees. */
@NullMarked
package ai.whatsflow.identity.user.web;

import org.jspecify.annotations.NullMarked;
