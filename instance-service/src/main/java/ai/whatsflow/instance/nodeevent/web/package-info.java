/** Node reports over HTTP. */
@NullMarked
package ai.whatsflow.instance.nodeevent.web;

import org.jspecify.annotations.NullMarked;
