/** HTTP face of the quota. */
@NullMarked
package ai.whatsflow.messaging.quota.web;

import org.jspecify.annotations.NullMarked;
