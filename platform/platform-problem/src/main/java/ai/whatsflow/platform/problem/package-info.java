/** RFC 9457 problem documents: one advice, one shape for every error a service answers. */
@NullMarked
package ai.whatsflow.platform.problem;

import org.jspecify.annotations.NullMarked;
