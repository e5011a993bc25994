/** The admin API: plays the phones, and tells what was counted. */
@NullMarked
package ai.whatsflow.simulator.web;

import org.jspecify.annotations.NullMarked;
