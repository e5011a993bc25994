/** The device socket: newline-delimited JSON over TCP, one virtual thread per connected device. */
@NullMarked
package ai.whatsflow.simulator.device;

import org.jspecify.annotations.NullMarked;
