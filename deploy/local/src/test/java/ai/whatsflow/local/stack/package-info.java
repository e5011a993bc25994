/** Tests of the package of the same name. */
@NullMarked
package ai.whatsflow.local.stack;

import org.jspecify.annotations.NullMarked;
