/** A TCP proxy that treats the bytes between two parts as a bad network would. */
@NullMarked
package ai.whatsflow.fault.proxy;

import org.jspecify.annotations.NullMarked;
