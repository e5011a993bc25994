/** The life of the platform in eleven steps, told by its own APIs and checked against literals. */
@NullMarked
package ai.whatsflow.demo;

import org.jspecify.annotations.NullMarked;
