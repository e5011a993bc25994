/** What sub-dealers owe for customers' money they have taken, and how much they may. */
@NullMarked
package ai.whatsflow.billing.receivable;

import org.jspecify.annotations.NullMarked;
