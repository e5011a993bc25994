/** Tests of the package of the same name. */
@NullMarked
package ai.whatsflow.local.files;

import org.jspecify.annotations.NullMarked;
