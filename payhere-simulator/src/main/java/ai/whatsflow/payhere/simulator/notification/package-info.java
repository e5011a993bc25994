/** Server-to-server notifications, signed like PayHere signs them, repeated and tampered with on request. */
@NullMarked
package ai.whatsflow.payhere.simulator.notification;

import org.jspecify.annotations.NullMarked;
