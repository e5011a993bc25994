/** The HTTP API of voucher batches. */
@NullMarked
package ai.whatsflow.voucher.batch.web;

import org.jspecify.annotations.NullMarked;
