/** Where things lie on disk, and how they get there and away. */
@NullMarked
package ai.whatsflow.local.files;

import org.jspecify.annotations.NullMarked;
