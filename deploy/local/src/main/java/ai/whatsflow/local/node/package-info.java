/** Device nodes, their enrolment and the supervisor that reports their death. */
@NullMarked
package ai.whatsflow.local.node;

import org.jspecify.annotations.NullMarked;
