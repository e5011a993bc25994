/** Tests of the ways through the proxy. */
@NullMarked
package ai.whatsflow.local.fault;

import org.jspecify.annotations.NullMarked;
