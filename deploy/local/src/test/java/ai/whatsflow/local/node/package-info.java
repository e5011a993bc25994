/** Tests of the package of the same name. */
@NullMarked
package ai.whatsflow.local.node;

import org.jspecify.annotations.NullMarked;
