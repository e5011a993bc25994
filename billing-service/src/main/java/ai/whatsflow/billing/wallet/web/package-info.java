/** The wallet over HTTP. */
@NullMarked
package ai.whatsflow.billing.wallet.web;

import org.jspecify.annotations.NullMarked;
