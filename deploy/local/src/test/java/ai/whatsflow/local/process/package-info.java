/** Tests of the package of the same name. */
@NullMarked
package ai.whatsflow.local.process;

import org.jspecify.annotations.NullMarked;
