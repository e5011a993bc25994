/** The journey through the platform, run as a program of its own. */
@NullMarked
package ai.whatsflow.local.demo;

import org.jspecify.annotations.NullMarked;
