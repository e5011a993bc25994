/** What the parts of the platform have in common: ports, credentials, a process and a truthful answer about health. */
@NullMarked
package ai.whatsflow.local.component;

import org.jspecify.annotations.NullMarked;
