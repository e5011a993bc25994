/** The HTTP face of permission sets. */
@NullMarked
package ai.whatsflow.identity.permission.web;

import org.jspecify.annotations.NullMarked;
