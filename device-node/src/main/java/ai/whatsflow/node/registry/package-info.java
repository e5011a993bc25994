/** Membership: enrolment, registration and the heartbeat. */
@NullMarked
package ai.whatsflow.node.registry;

import org.jspecify.annotations.NullMarked;
