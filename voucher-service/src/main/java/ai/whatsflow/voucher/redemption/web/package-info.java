/** The HTTP API of redemptions. */
@NullMarked
package ai.whatsflow.voucher.redemption.web;

import org.jspecify.annotations.NullMarked;
