/** Every fault of the proxy, felt by real sockets. */
@NullMarked
package ai.whatsflow.fault.proxy;

import org.jspecify.annotations.NullMarked;
