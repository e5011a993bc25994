/** Tests of the package of the same name. */
@NullMarked
package ai.whatsflow.local.infrastructure;

import org.jspecify.annotations.NullMarked;
