/** What the simulated WhatsApp knows: linked devices, messages, receipts and counts, kept in a journal. */
@NullMarked
package ai.whatsflow.simulator.network;

import org.jspecify.annotations.NullMarked;
