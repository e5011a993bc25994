/** The fault proxy between the parts, for platforms that are started through it. */
@NullMarked
package ai.whatsflow.local.fault;

import org.jspecify.annotations.NullMarked;
