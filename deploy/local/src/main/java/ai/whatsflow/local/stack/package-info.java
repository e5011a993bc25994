/** The platform as a whole: what it is made of, in which order it starts and ends. */
@NullMarked
package ai.whatsflow.local.stack;

import org.jspecify.annotations.NullMarked;
