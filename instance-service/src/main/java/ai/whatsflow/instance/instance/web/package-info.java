/** Instances over HTTP, for their owners. */
@NullMarked
package ai.whatsflow.instance.instance.web;

import org.jspecify.annotations.NullMarked;
