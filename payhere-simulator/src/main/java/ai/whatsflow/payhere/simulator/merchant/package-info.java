/** The merchant API: OAuth by client credentials and the retrieval of payments. */
@NullMarked
package ai.whatsflow.payhere.simulator.merchant;

import org.jspecify.annotations.NullMarked;
