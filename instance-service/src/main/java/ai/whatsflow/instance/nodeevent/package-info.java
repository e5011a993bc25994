/** What nodes report from their durable logs. */
@NullMarked
package ai.whatsflow.instance.nodeevent;

import org.jspecify.annotations.NullMarked;
