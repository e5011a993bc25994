/** Brings the identity provider in line with our users, sooner or later, once. */
@NullMarked
package ai.whatsflow.identity.provisioning;

import org.jspecify.annotations.NullMarked;
