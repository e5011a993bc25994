/** Tests of the package of the same name. */
@NullMarked
package ai.whatsflow.local.component;

import org.jspecify.annotations.NullMarked;
