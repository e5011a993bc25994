/** The only door of the platform: who comes in, how often, and to which service. */
@NullMarked
package ai.whatsflow.gateway;

import org.jspecify.annotations.NullMarked;
