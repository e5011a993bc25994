/** How times cross the border to the database. */
@NullMarked
package ai.whatsflow.instance.sql;

import org.jspecify.annotations.NullMarked;
